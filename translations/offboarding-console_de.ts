<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>BlockerTexts</name>
    <message>
        <source>The user still has a live session</source>
        <translation>Die Person hat noch eine laufende Sitzung</translation>
    </message>
    <message>
        <source>The server does not delete by force while the user is signed in or in a conversation. Nothing was changed.</source>
        <translation>Der Server erzwingt kein Löschen, solange die Person angemeldet oder in einer Konversation ist. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Clear the references, end the user&apos;s sessions, then read everything again. Or deactivate instead.</source>
        <translation>Bereinigen Sie die Verweise, beenden Sie die Sitzungen der Person und lesen Sie dann alles neu. Oder deaktivieren Sie stattdessen.</translation>
    </message>
    <message>
        <source>Somebody else has this already</source>
        <translation>Dies ist bereits anderweitig vergeben</translation>
    </message>
    <message>
        <source>The server keeps names or addresses unique. Nothing was changed.</source>
        <translation>Der Server hält Namen und Adressen eindeutig. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Look for the other one, also among the deleted users.</source>
        <translation>Suchen Sie die andere Stelle, auch unter den gelöschten Personen.</translation>
    </message>
    <message>
        <source>It cannot be handed over now</source>
        <translation>Sie kann jetzt nicht übergeben werden</translation>
    </message>
    <message>
        <source>Only a connected conversation moves to a queue: this one rings, is parked or is in after-call work. Nothing was changed.</source>
        <translation>Nur eine verbundene Konversation wechselt in eine Warteschlange: Diese klingelt, ist geparkt oder in Nachbearbeitung. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Wait until it is connected, or disconnect the user&apos;s part: work that rings goes back to its queue.</source>
        <translation>Warten Sie, bis sie verbunden ist, oder trennen Sie den Anteil der Person: Was klingelt, geht in seine Warteschlange zurück.</translation>
    </message>
    <message>
        <source>The queue does not exist any more</source>
        <translation>Die Warteschlange gibt es nicht mehr</translation>
    </message>
    <message>
        <source>The conversation was not handed over. Nothing was changed.</source>
        <translation>Die Konversation wurde nicht übergeben. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Choose another queue.</source>
        <translation>Wählen Sie eine andere Warteschlange.</translation>
    </message>
    <message>
        <source>It is there already</source>
        <translation>Sie ist bereits dort</translation>
    </message>
    <message>
        <source>The hand-over would have gone to the party that has the conversation now. Nothing was changed.</source>
        <translation>Die Übergabe wäre an die Partei gegangen, die die Konversation jetzt hat. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>It ended before</source>
        <translation>Sie endete schon vorher</translation>
    </message>
    <message>
        <source>There was nothing left to disconnect.</source>
        <translation>Es gab nichts mehr zu trennen.</translation>
    </message>
    <message>
        <source>Read the conversation again: where the user is out of it, nothing is left to do.</source>
        <translation>Lesen Sie die Konversation neu: Ist die Person nicht mehr darin, ist nichts mehr zu tun.</translation>
    </message>
    <message>
        <source>The user is not in this conversation any more</source>
        <translation>Die Person ist nicht mehr in dieser Konversation</translation>
    </message>
    <message>
        <source>Somebody or something else ended the participation before.</source>
        <translation>Jemand oder etwas anderes hat die Teilnahme schon vorher beendet.</translation>
    </message>
    <message>
        <source>Read the conversation again: nothing should be left to do.</source>
        <translation>Lesen Sie die Konversation neu: Es sollte nichts mehr zu tun sein.</translation>
    </message>
    <message>
        <source>This call cannot be disconnected from outside</source>
        <translation>Dieser Anruf lässt sich nicht von außen trennen</translation>
    </message>
    <message>
        <source>The server does not end it on request. Nothing was changed.</source>
        <translation>Der Server beendet ihn nicht auf Anfrage. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Hand it to a queue, or wait until it ends.</source>
        <translation>Übergeben Sie ihn an eine Warteschlange oder warten Sie, bis er endet.</translation>
    </message>
    <message>
        <source>After-call work needs a wrap-up code</source>
        <translation>Die Nachbearbeitung braucht einen Abschlusscode</translation>
    </message>
    <message>
        <source>The user stays in the conversation until a code is chosen.</source>
        <translation>Die Person bleibt in der Konversation, bis ein Code gewählt ist.</translation>
    </message>
    <message>
        <source>Let the user or a supervisor choose a wrap-up code, then read it again.</source>
        <translation>Lassen Sie die Person oder deren Teamleitung einen Abschlusscode wählen und lesen Sie dann neu.</translation>
    </message>
    <message>
        <source>After-call work cannot be skipped here</source>
        <translation>Die Nachbearbeitung lässt sich hier nicht überspringen</translation>
    </message>
    <message>
        <source>This queue does not let it be skipped, so the user stays in the conversation.</source>
        <translation>Diese Warteschlange erlaubt kein Überspringen, daher bleibt die Person in der Konversation.</translation>
    </message>
    <message>
        <source>This sign-in is not a person</source>
        <translation>Angemeldet ist keine Person</translation>
    </message>
    <message>
        <source>The account is a program (client credentials), and this asks for a person.</source>
        <translation>Das Konto ist ein Programm (Client-Anmeldedaten), und dies verlangt eine Person.</translation>
    </message>
    <message>
        <source>Sign in through the browser.</source>
        <translation>Melden Sie sich über den Browser an.</translation>
    </message>
    <message>
        <source>Too much at once</source>
        <translation>Zu viel auf einmal</translation>
    </message>
    <message>
        <source>The server does not send or take so much in one answer.</source>
        <translation>Der Server sendet oder nimmt nicht so viel in einer Antwort.</translation>
    </message>
    <message>
        <source>Copy the technical details for the vendor&apos;s support.</source>
        <translation>Kopieren Sie die technischen Angaben für den Support des Herstellers.</translation>
    </message>
    <message>
        <source>The server does not accept a value</source>
        <translation>Der Server nimmt einen Wert nicht an</translation>
    </message>
    <message>
        <source>One of the values that were sent is not allowed there. Nothing was changed.</source>
        <translation>Einer der gesendeten Werte ist dort nicht erlaubt. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>A service behind the server failed</source>
        <translation>Ein Dienst hinter dem Server ist ausgefallen</translation>
    </message>
    <message>
        <source>The server itself is up, but could not get the answer.</source>
        <translation>Der Server selbst läuft, konnte die Antwort aber nicht beschaffen.</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>Versuchen Sie es gleich noch einmal.</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>Takes leavers out of a Genesys Cloud organisation, safely.</source>
        <translation>Nimmt ausscheidende Personen sicher aus einer Genesys-Cloud-Organisation.</translation>
    </message>
    <message>
        <source>Open the demo organisation on this computer.</source>
        <translation>Die Demo-Organisation auf diesem Rechner öffnen.</translation>
    </message>
    <message>
        <source>How the demo organisation is spoken to: legacy or published.</source>
        <translation>In welchem Dialekt mit der Demo-Organisation gesprochen wird: legacy oder published.</translation>
    </message>
    <message>
        <source>Speak this language, for instance de.</source>
        <translation>Diese Sprache verwenden, zum Beispiel de.</translation>
    </message>
    <message>
        <source>Play the demo story, write numbered screenshots to the directory, and exit.</source>
        <translation>Die Demo-Geschichte vorführen, nummerierte Bildschirmfotos in das Verzeichnis schreiben und beenden.</translation>
    </message>
    <message>
        <source>Unexpected argument: %1</source>
        <translation>Unerwartetes Argument: %1</translation>
    </message>
    <message>
        <source>Unknown dialect: %1</source>
        <translation>Unbekannter Dialekt: %1</translation>
    </message>
    <message>
        <source>--tour needs a directory</source>
        <translation>--tour braucht ein Verzeichnis</translation>
    </message>
    <message>
        <source>There is no display to open a window on. With --tour DIRECTORY the demo story is played off-screen.
</source>
        <translation>Es gibt keine Anzeige, auf der ein Fenster geöffnet werden kann. Mit --tour VERZEICHNIS läuft die Demo-Geschichte ohne Bildschirm ab.
</translation>
    </message>
    <message>
        <source>Open the saved connection with this name.</source>
        <translation>Die gespeicherte Verbindung mit diesem Namen öffnen.</translation>
    </message>
    <message>
        <source>--profile needs the name of a connection</source>
        <translation>--profile braucht den Namen einer Verbindung</translation>
    </message>
    <message>
        <source>--profile opens a real organisation, --demo and --tour the demo organisation</source>
        <translation>--profile öffnet eine echte Organisation, --demo und --tour die Demo-Organisation</translation>
    </message>
</context>
<context>
    <name>ConnectionTexts</name>
    <message>
        <source>Give the connection a name.</source>
        <translation>Geben Sie der Verbindung einen Namen.</translation>
    </message>
    <message>
        <source>Give the address of the API, for instance https://api.example.com.</source>
        <translation>Geben Sie die Adresse der API an, zum Beispiel https://api.example.com.</translation>
    </message>
    <message>
        <source>Give the address where one signs in, for instance https://login.example.com.</source>
        <translation>Geben Sie die Adresse der Anmeldung an, zum Beispiel https://login.example.com.</translation>
    </message>
    <message>
        <source>Give the ID of the OAuth client. An administrator of the organisation finds it under Admin, Integrations, OAuth.</source>
        <translation>Geben Sie die ID des OAuth-Clients an. Wer die Organisation verwaltet, findet sie unter Admin, Integrationen, OAuth.</translation>
    </message>
    <message>
        <source>One of the lines is blank: remove it.</source>
        <translation>Eine der Zeilen ist leer: Entfernen Sie sie.</translation>
    </message>
    <message>
        <source>Give the name of the proxy, or choose another way to the network.</source>
        <translation>Geben Sie den Namen des Proxys an oder wählen Sie einen anderen Weg ins Netzwerk.</translation>
    </message>
    <message>
        <source>This must not be empty.</source>
        <translation>Dies darf nicht leer sein.</translation>
    </message>
    <message>
        <source>Name the port that is registered for the client, 1024 or higher, for instance http://127.0.0.1:8085/callback.</source>
        <translation>Nennen Sie den Port, der für den Client eingetragen ist, ab 1024, zum Beispiel http://127.0.0.1:8085/callback.</translation>
    </message>
    <message>
        <source>Between 1 and 480 minutes.</source>
        <translation>Zwischen 1 und 480 Minuten.</translation>
    </message>
    <message>
        <source>Between 1 and 100 percent.</source>
        <translation>Zwischen 1 und 100 Prozent.</translation>
    </message>
    <message>
        <source>Give the port of the proxy, between 1 and 65535.</source>
        <translation>Geben Sie den Port des Proxys an, zwischen 1 und 65535.</translation>
    </message>
    <message>
        <source>The number is too small or too large.</source>
        <translation>Die Zahl ist zu klein oder zu groß.</translation>
    </message>
    <message>
        <source>Not the account that you are signed in with</source>
        <translation>Nicht das angemeldete Konto</translation>
    </message>
    <message>
        <source>Not a protected user</source>
        <translation>Keine geschützte Person</translation>
    </message>
    <message>
        <source>In an allowed division</source>
        <translation>In einer erlaubten Division</translation>
    </message>
    <message>
        <source>An administrator is left</source>
        <translation>Jemand mit Verwaltungsrechten bleibt übrig</translation>
    </message>
    <message>
        <source>Within the limit of users per run</source>
        <translation>Innerhalb der Höchstzahl an Personen je Lauf</translation>
    </message>
    <message>
        <source>Within the limit of the organisation&apos;s share</source>
        <translation>Innerhalb des Höchstanteils an der Organisation</translation>
    </message>
    <message>
        <source>This is the account that you are signed in with: nobody offboards themselves</source>
        <translation>Dies ist das angemeldete Konto: Niemand nimmt sich selbst heraus</translation>
    </message>
    <message>
        <source>This user is protected by the connection: change the list in Manage connections… if that is wrong</source>
        <translation>Diese Person ist durch die Verbindung geschützt: Ändern Sie die Liste unter „Verbindungen verwalten…“, falls das falsch ist</translation>
    </message>
    <message>
        <source>This user&apos;s division is not among those that the connection allows</source>
        <translation>Die Division dieser Person gehört nicht zu denen, die die Verbindung erlaubt</translation>
    </message>
    <message>
        <source>No other administrator would be left in the organisation</source>
        <translation>In der Organisation bliebe niemand mit Verwaltungsrechten übrig</translation>
    </message>
    <message>
        <source>%1 users are more than the %2 that the connection allows in one run</source>
        <translation>%1 Personen sind mehr als die %2, die die Verbindung je Lauf erlaubt</translation>
    </message>
    <message>
        <source>%1 users are more than %2 percent of the organisation, the most that the connection allows in one run</source>
        <translation>%1 Personen sind mehr als %2 Prozent der Organisation, der Höchstanteil je Lauf</translation>
    </message>
    <message>
        <source>Not known who is signed in: sign in again</source>
        <translation>Nicht bekannt, wer angemeldet ist: neu anmelden</translation>
    </message>
    <message>
        <source>Not known whether this is a protected user: the connection&apos;s list cannot be compared</source>
        <translation>Nicht bekannt, ob dies eine geschützte Person ist: Die Liste der Verbindung lässt sich nicht vergleichen</translation>
    </message>
    <message>
        <source>Not known in which division this user is, and the connection allows some only</source>
        <translation>Nicht bekannt, in welcher Division diese Person ist, und die Verbindung erlaubt nur einige</translation>
    </message>
    <message>
        <source>Not known whether another administrator is left: read again</source>
        <translation>Nicht bekannt, ob jemand mit Verwaltungsrechten übrig bleibt: neu lesen</translation>
    </message>
    <message>
        <source>Not known whether these are too many users</source>
        <translation>Nicht bekannt, ob das zu viele Personen sind</translation>
    </message>
    <message>
        <source>Not known how many users the organisation has: wait until all users are read, or press Refresh</source>
        <translation>Nicht bekannt, wie viele Personen die Organisation hat: warten, bis alle gelesen sind, oder „Aktualisieren“ wählen</translation>
    </message>
    <message>
        <source>As a person, in the browser</source>
        <translation>Als Person, im Browser</translation>
    </message>
    <message>
        <source>As an OAuth client, with its secret</source>
        <translation>Als OAuth-Client, mit dessen Geheimnis</translation>
    </message>
    <message>
        <source>With a pasted access token</source>
        <translation>Mit einem eingefügten Zugriffstoken</translation>
    </message>
    <message>
        <source>Proxy of the system</source>
        <translation>Proxy des Systems</translation>
    </message>
    <message>
        <source>No proxy</source>
        <translation>Kein Proxy</translation>
    </message>
    <message>
        <source>This proxy</source>
        <translation>Dieser Proxy</translation>
    </message>
    <message>
        <source>Use at most %1 characters.</source>
        <translation>Höchstens %1 Zeichen.</translation>
    </message>
    <message>
        <source>This is too long.</source>
        <translation>Dies ist zu lang.</translation>
    </message>
    <message>
        <source>Another connection has this name: choose a different one.</source>
        <translation>Eine andere Verbindung heißt so: Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>This region is not known: choose one of the list, or own addresses.</source>
        <translation>Diese Region ist nicht bekannt: Wählen Sie eine aus der Liste oder eigene Adressen.</translation>
    </message>
    <message>
        <source>This address does not belong to the region: choose own addresses to use it.</source>
        <translation>Diese Adresse gehört nicht zur Region: Wählen Sie eigene Adressen, um sie zu verwenden.</translation>
    </message>
    <message>
        <source>This is not the name of a computer. Leave out http:// and the port.</source>
        <translation>Dies ist kein Rechnername. Lassen Sie http:// und den Port weg.</translation>
    </message>
    <message>
        <source>This is not a complete address. It begins with https:// and names a computer.</source>
        <translation>Dies ist keine vollständige Adresse. Sie beginnt mit https:// und nennt einen Rechner.</translation>
    </message>
    <message>
        <source>Only https is allowed. http is for servers on this computer, such as http://127.0.0.1:8080.</source>
        <translation>Nur https ist erlaubt. http gibt es für Server auf diesem Rechner, etwa http://127.0.0.1:8080.</translation>
    </message>
    <message>
        <source>Leave out the user name and the password: secrets belong into the keychain.</source>
        <translation>Lassen Sie Benutzername und Kennwort weg: Geheimnisse gehören in den Schlüsselbund.</translation>
    </message>
    <message>
        <source>Leave out everything from “?” or “#” on.</source>
        <translation>Lassen Sie alles ab „?“ oder „#“ weg.</translation>
    </message>
    <message>
        <source>The browser has to come back to this computer: use http://127.0.0.1 or http://localhost with a port.</source>
        <translation>Der Browser muss auf diesen Rechner zurückkommen: Verwenden Sie http://127.0.0.1 oder http://localhost mit einem Port.</translation>
    </message>
    <message>
        <source>This file does not exist or may not be read: choose another one.</source>
        <translation>Diese Datei gibt es nicht, oder sie darf nicht gelesen werden: Wählen Sie eine andere.</translation>
    </message>
    <message>
        <source>There is no certificate in this file. It has to be in PEM format.</source>
        <translation>In dieser Datei ist kein Zertifikat. Sie muss im PEM-Format sein.</translation>
    </message>
    <message>
        <source>There are invisible control characters in this text: type it anew.</source>
        <translation>In diesem Text sind unsichtbare Steuerzeichen: Schreiben Sie ihn neu.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>API address</source>
        <translation>API-Adresse</translation>
    </message>
    <message>
        <source>Login address</source>
        <translation>Anmeldeadresse</translation>
    </message>
    <message>
        <source>Client ID</source>
        <translation>Client-ID</translation>
    </message>
    <message>
        <source>Redirect address</source>
        <translation>Rücksprungadresse</translation>
    </message>
    <message>
        <source>Protected users</source>
        <translation>Geschützte Personen</translation>
    </message>
    <message>
        <source>Allowed divisions</source>
        <translation>Erlaubte Divisionen</translation>
    </message>
    <message>
        <source>Most users per run</source>
        <translation>Höchstzahl an Personen je Lauf</translation>
    </message>
    <message>
        <source>Most percent of the organisation</source>
        <translation>Höchstanteil der Organisation in Prozent</translation>
    </message>
    <message>
        <source>Unlocked for</source>
        <translation>Entsperrt für</translation>
    </message>
    <message>
        <source>Extra certificate authorities</source>
        <translation>Weitere Zertifizierungsstellen</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>Proxy port</source>
        <translation>Proxy-Port</translation>
    </message>
    <message>
        <source>Proxy user</source>
        <translation>Proxy-Benutzer</translation>
    </message>
    <message>
        <source>an OAuth client</source>
        <translation>ein OAuth-Client</translation>
    </message>
    <message>
        <source>%1 (OAuth client)</source>
        <translation>%1 (OAuth-Client)</translation>
    </message>
    <message>
        <source>The permission %1 is missing</source>
        <translation>Die Berechtigung %1 fehlt</translation>
    </message>
    <message>
        <source>These permissions are missing: %1</source>
        <translation>Diese Berechtigungen fehlen: %1</translation>
    </message>
</context>
<context>
    <name>DisplayTexts</name>
    <message>
        <source>The preview is fresh</source>
        <translation>Die Vorschau ist frisch</translation>
    </message>
    <message>
        <source>Every source of references was read</source>
        <translation>Jede Quelle von Verweisen wurde gelesen</translation>
    </message>
    <message>
        <source>No live session</source>
        <translation>Keine laufende Sitzung</translation>
    </message>
    <message>
        <source>No live conversation</source>
        <translation>Keine laufende Konversation</translation>
    </message>
    <message>
        <source>Evidence is exported and unchanged</source>
        <translation>Der Nachweis ist exportiert und unverändert</translation>
    </message>
    <message>
        <source>The risk is accepted</source>
        <translation>Das Risiko ist akzeptiert</translation>
    </message>
    <message>
        <source>The identity is typed</source>
        <translation>Die Identität ist eingegeben</translation>
    </message>
    <message>
        <source>The organisation&apos;s name is typed</source>
        <translation>Der Name der Organisation ist eingegeben</translation>
    </message>
    <message>
        <source>The preview is older than two minutes or the data changed: read again</source>
        <translation>Die Vorschau ist älter als zwei Minuten oder die Daten haben sich geändert: neu lesen</translation>
    </message>
    <message numerus="yes">
        <source>%n source(s) of references could not be read: read again</source>
        <translation>
            <numerusform>%n Quelle von Verweisen konnte nicht gelesen werden: neu lesen</numerusform>
            <numerusform>%n Quellen von Verweisen konnten nicht gelesen werden: neu lesen</numerusform>
        </translation>
    </message>
    <message>
        <source>The references could not be read: read again</source>
        <translation>Die Verweise konnten nicht gelesen werden: neu lesen</translation>
    </message>
    <message numerus="yes">
        <source>%n live session(s): wait until the user has signed out</source>
        <translation>
            <numerusform>%n laufende Sitzung: warten, bis sich die Person abgemeldet hat</numerusform>
            <numerusform>%n laufende Sitzungen: warten, bis sich die Person abgemeldet hat</numerusform>
        </translation>
    </message>
    <message>
        <source>A session is live: wait until the user has signed out</source>
        <translation>Eine Sitzung läuft noch: warten, bis sich die Person abgemeldet hat</translation>
    </message>
    <message numerus="yes">
        <source>%n live conversation(s): clear the references first</source>
        <translation>
            <numerusform>%n laufende Konversation: zuerst die Verweise bereinigen</numerusform>
            <numerusform>%n laufende Konversationen: zuerst die Verweise bereinigen</numerusform>
        </translation>
    </message>
    <message>
        <source>A conversation is live: clear the references first</source>
        <translation>Eine Konversation läuft noch: zuerst die Verweise bereinigen</translation>
    </message>
    <message>
        <source>Evidence was not exported after the last reading: export it first</source>
        <translation>Der Nachweis wurde nach dem letzten Lesen nicht exportiert: zuerst exportieren</translation>
    </message>
    <message>
        <source>The risk is not accepted yet: tick the box</source>
        <translation>Das Risiko ist noch nicht akzeptiert: Kästchen ankreuzen</translation>
    </message>
    <message>
        <source>The identity is not typed yet</source>
        <translation>Die Identität ist noch nicht eingegeben</translation>
    </message>
    <message>
        <source>The organisation&apos;s name is not typed yet</source>
        <translation>Der Name der Organisation ist noch nicht eingegeben</translation>
    </message>
    <message>
        <source>Not known whether a session is live: read again</source>
        <translation>Nicht bekannt, ob eine Sitzung läuft: neu lesen</translation>
    </message>
    <message>
        <source>Not known whether a conversation is live: read again</source>
        <translation>Nicht bekannt, ob eine Konversation läuft: neu lesen</translation>
    </message>
    <message>
        <source>The references were not read: read again</source>
        <translation>Die Verweise wurden nicht gelesen: neu lesen</translation>
    </message>
    <message>
        <source>Not known: read again</source>
        <translation>Nicht bekannt: neu lesen</translation>
    </message>
    <message numerus="yes">
        <source>%n live conversation(s) still refer to the user</source>
        <translation>
            <numerusform>%n laufende Konversation verweist noch auf die Person</numerusform>
            <numerusform>%n laufende Konversationen verweisen noch auf die Person</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n source(s) of references could not be read, so the number of conversations is not known</source>
        <translation>
            <numerusform>%n Quelle von Verweisen konnte nicht gelesen werden, daher ist die Zahl der Konversationen nicht bekannt</numerusform>
            <numerusform>%n Quellen von Verweisen konnten nicht gelesen werden, daher ist die Zahl der Konversationen nicht bekannt</numerusform>
        </translation>
    </message>
    <message>
        <source>The references could not be read, so the number of conversations is not known</source>
        <translation>Die Verweise konnten nicht gelesen werden, daher ist die Zahl der Konversationen nicht bekannt</translation>
    </message>
    <message numerus="yes">
        <source>%n recent conversation(s) refer to the user: the server will probably refuse a plain delete</source>
        <translation>
            <numerusform>%n kürzliche Konversation verweist auf die Person: Der Server lehnt einfaches Löschen vermutlich ab</numerusform>
            <numerusform>%n kürzliche Konversationen verweisen auf die Person: Der Server lehnt einfaches Löschen vermutlich ab</numerusform>
        </translation>
    </message>
    <message>
        <source>Historical transcripts stay attributed to the user</source>
        <translation>Frühere Transkripte bleiben der Person zugeordnet</translation>
    </message>
    <message>
        <source>Roles given directly to the user are removed and do not come back by themselves</source>
        <translation>Direkt vergebene Rollen werden entfernt und kommen nicht von selbst zurück</translation>
    </message>
    <message>
        <source>Genesys recommends inactive instead of deleting: a deletion breaks historical look-ups</source>
        <translation>Genesys empfiehlt Deaktivieren statt Löschen: Löschen macht frühere Auswertungen unvollständig</translation>
    </message>
    <message>
        <source>This is a production organisation</source>
        <translation>Dies ist eine Produktivorganisation</translation>
    </message>
    <message>
        <source>The user has no e-mail address and is confirmed by id</source>
        <translation>Die Person hat keine E-Mail-Adresse und wird über die ID bestätigt</translation>
    </message>
    <message>
        <source>Other users have nearly the same name: check the e-mail address</source>
        <translation>Andere Personen heißen fast gleich: E-Mail-Adresse prüfen</translation>
    </message>
    <message>
        <source>The user is already in the wanted state</source>
        <translation>Die Person ist bereits im gewünschten Zustand</translation>
    </message>
    <message numerus="yes">
        <source>%n live customer(s) will be cut off</source>
        <translation>
            <numerusform>%n Kundenverbindung wird getrennt</numerusform>
            <numerusform>%n Kundenverbindungen werden getrennt</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 T</translation>
    </message>
    <message>
        <source>Ringing</source>
        <translation>Klingelt</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Verbunden</translation>
    </message>
    <message>
        <source>Dialing</source>
        <translation>Wählt</translation>
    </message>
    <message>
        <source>Contacting</source>
        <translation>Kontaktiert</translation>
    </message>
    <message>
        <source>Offered</source>
        <translation>Angeboten</translation>
    </message>
    <message>
        <source>In queue</source>
        <translation>In der Warteschlange</translation>
    </message>
    <message>
        <source>Parked</source>
        <translation>Geparkt</translation>
    </message>
    <message>
        <source>Converting</source>
        <translation>Wird umgewandelt</translation>
    </message>
    <message>
        <source>Uploading</source>
        <translation>Wird hochgeladen</translation>
    </message>
    <message>
        <source>Transmitting</source>
        <translation>Wird übertragen</translation>
    </message>
    <message>
        <source>Scheduled</source>
        <translation>Geplant</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>Gehalten</translation>
    </message>
    <message>
        <source>After-call work</source>
        <translation>Nachbearbeitung</translation>
    </message>
    <message>
        <source>Disconnected</source>
        <translation>Getrennt</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keiner</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>Available</source>
        <translation>Verfügbar</translation>
    </message>
    <message>
        <source>Away</source>
        <translation>Abwesend</translation>
    </message>
    <message>
        <source>Break</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Busy</source>
        <translation>Beschäftigt</translation>
    </message>
    <message>
        <source>Idle</source>
        <translation>Untätig</translation>
    </message>
    <message>
        <source>Meal</source>
        <translation>Mahlzeit</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>Besprechung</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>On queue</source>
        <translation>In Warteschlange</translation>
    </message>
    <message>
        <source>Out of office</source>
        <translation>Außer Haus</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Schulung</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>External party</source>
        <translation>Externe Partei</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>Menu (IVR)</source>
        <translation>Menü (IVR)</translation>
    </message>
    <message>
        <source>Workflow</source>
        <translation>Workflow</translation>
    </message>
    <message>
        <source>Voicemail</source>
        <translation>Voicemail</translation>
    </message>
    <message>
        <source>Bot</source>
        <translation>Bot</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>Station</translation>
    </message>
    <message>
        <source>Dialer</source>
        <translation>Dialer</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>Inactive</source>
        <translation>Inaktiv</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Gelöscht</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Anruf</translation>
    </message>
    <message>
        <source>Callback</source>
        <translation>Rückruf</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Chat</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>Internal message</source>
        <translation>Interne Nachricht</translation>
    </message>
    <message>
        <source>Co-browse</source>
        <translation>Co-Browsing</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>Video</translation>
    </message>
    <message>
        <source>Screen share</source>
        <translation>Bildschirmfreigabe</translation>
    </message>
    <message>
        <source>Screen monitoring</source>
        <translation>Bildschirmüberwachung</translation>
    </message>
    <message>
        <source>Social expression</source>
        <translation>Beitrag in sozialen Medien</translation>
    </message>
    <message>
        <source>Production</source>
        <translation>Produktion</translation>
    </message>
    <message>
        <source>Sandbox</source>
        <translation>Sandbox</translation>
    </message>
    <message>
        <source>Demo</source>
        <translation>Demo</translation>
    </message>
    <message>
        <source>Legacy API</source>
        <translation>Legacy-API</translation>
    </message>
    <message>
        <source>Platform API v2</source>
        <translation>Platform API v2</translation>
    </message>
    <message>
        <source>Deactivate</source>
        <translation>Deaktivieren</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Force delete</source>
        <translation>Löschen erzwingen</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Clear references</source>
        <translation>Verweise bereinigen</translation>
    </message>
    <message>
        <source>Read the user</source>
        <translation>Person lesen</translation>
    </message>
    <message>
        <source>Check the references</source>
        <translation>Verweise prüfen</translation>
    </message>
    <message>
        <source>Clear a reference</source>
        <translation>Einen Verweis bereinigen</translation>
    </message>
    <message>
        <source>Read back</source>
        <translation>Zurücklesen</translation>
    </message>
    <message>
        <source>Check the history</source>
        <translation>Verlauf prüfen</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Belassen</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Übersprungen</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>It was already so</source>
        <translation>Es war bereits so</translation>
    </message>
    <message>
        <source>A safety check refused: something is still live, or could not be read</source>
        <translation>Eine Sicherheitsprüfung hat abgelehnt: Etwas läuft noch oder konnte nicht gelesen werden</translation>
    </message>
    <message>
        <source>A customer is live, and cutting them off was not allowed</source>
        <translation>Ein Kunde ist verbunden, und das Trennen war nicht erlaubt</translation>
    </message>
    <message>
        <source>It changed since the preview</source>
        <translation>Es hat sich seit der Vorschau geändert</translation>
    </message>
    <message>
        <source>It is not connected, so it cannot be handed over</source>
        <translation>Nicht verbunden, kann daher nicht übergeben werden</translation>
    </message>
    <message>
        <source>An ended conversation cannot be changed on this connection</source>
        <translation>Eine beendete Konversation kann über diese Verbindung nicht geändert werden</translation>
    </message>
    <message>
        <source>An earlier step failed</source>
        <translation>Ein früherer Schritt ist fehlgeschlagen</translation>
    </message>
    <message>
        <source>The run was stopped</source>
        <translation>Der Lauf wurde angehalten</translation>
    </message>
    <message>
        <source>The server refused</source>
        <translation>Der Server hat abgelehnt</translation>
    </message>
    <message>
        <source>The outcome is unknown: reading back could not settle it</source>
        <translation>Der Ausgang ist unbekannt: Zurücklesen konnte ihn nicht klären</translation>
    </message>
    <message>
        <source>Reading back shows that it did not happen</source>
        <translation>Zurücklesen zeigt, dass es nicht geschehen ist</translation>
    </message>
    <message>
        <source>Fresh</source>
        <translation>Frisch</translation>
    </message>
    <message>
        <source>Stale</source>
        <translation>Veraltet</translation>
    </message>
    <message>
        <source>Could not be read</source>
        <translation>Konnte nicht gelesen werden</translation>
    </message>
    <message>
        <source>Not permitted</source>
        <translation>Nicht erlaubt</translation>
    </message>
    <message>
        <source>Incomplete</source>
        <translation>Unvollständig</translation>
    </message>
    <message>
        <source>Hand to queue</source>
        <translation>An Warteschlange übergeben</translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation>Trennen</translation>
    </message>
    <message>
        <source>Remove participant</source>
        <translation>Teilnehmer entfernen</translation>
    </message>
    <message>
        <source>Leave as it is</source>
        <translation>So lassen</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pausiert</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>Hält an</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Inbound</source>
        <translation>Eingehend</translation>
    </message>
    <message>
        <source>Outbound</source>
        <translation>Ausgehend</translation>
    </message>
    <message numerus="yes">
        <source>%n chosen step(s) will not be done: what they would change could not be read</source>
        <translation>
            <numerusform>%n gewählter Schritt wird nicht ausgeführt: Was er ändern würde, konnte nicht gelesen werden</numerusform>
            <numerusform>%n gewählte Schritte werden nicht ausgeführt: Was sie ändern würden, konnte nicht gelesen werden</numerusform>
        </translation>
    </message>
    <message>
        <source>Not found any more</source>
        <translation>Nicht mehr gefunden</translation>
    </message>
    <message>
        <source>No participants listed</source>
        <translation>Keine Teilnehmer aufgeführt</translation>
    </message>
    <message>
        <source>Off queue</source>
        <translation>Außerhalb der Warteschlange</translation>
    </message>
    <message>
        <source>On queue, idle</source>
        <translation>In Warteschlange, untätig</translation>
    </message>
    <message>
        <source>On queue, interacting</source>
        <translation>In Warteschlange, in Interaktion</translation>
    </message>
    <message>
        <source>On queue, not responding</source>
        <translation>In Warteschlange, antwortet nicht</translation>
    </message>
    <message>
        <source>In a conversation outside of queues</source>
        <translation>In einer Konversation außerhalb von Warteschlangen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig machen</translation>
    </message>
    <message>
        <source>Keep what is there now</source>
        <translation>Jetzigen Stand festhalten</translation>
    </message>
    <message>
        <source>Sign out everywhere</source>
        <translation>Überall abmelden</translation>
    </message>
    <message>
        <source>Set the presence to offline</source>
        <translation>Präsenz auf „Offline“ setzen</translation>
    </message>
    <message>
        <source>Go off queue</source>
        <translation>Auf „Außerhalb der Warteschlange“ setzen</translation>
    </message>
    <message>
        <source>Release the phone</source>
        <translation>Vom Telefon abmelden</translation>
    </message>
    <message>
        <source>Remove from queues</source>
        <translation>Aus Warteschlangen entfernen</translation>
    </message>
    <message>
        <source>Remove skills</source>
        <translation>Skills entfernen</translation>
    </message>
    <message>
        <source>Remove languages</source>
        <translation>Sprachen entfernen</translation>
    </message>
    <message>
        <source>Remove from groups</source>
        <translation>Aus Gruppen entfernen</translation>
    </message>
    <message>
        <source>Remove roles</source>
        <translation>Rollen entfernen</translation>
    </message>
    <message>
        <source>Check every condition again</source>
        <translation>Jede Bedingung noch einmal prüfen</translation>
    </message>
    <message>
        <source>Check the search index</source>
        <translation>Suchindex prüfen</translation>
    </message>
    <message>
        <source>Put back roles</source>
        <translation>Rollen wieder zuweisen</translation>
    </message>
    <message>
        <source>Put back queues</source>
        <translation>Warteschlangen wieder zuweisen</translation>
    </message>
    <message>
        <source>Put back skills</source>
        <translation>Skills wieder zuweisen</translation>
    </message>
    <message>
        <source>Put back languages</source>
        <translation>Sprachen wieder zuweisen</translation>
    </message>
    <message>
        <source>Put back groups</source>
        <translation>Gruppen wieder zuweisen</translation>
    </message>
    <message>
        <source>Put back the phone</source>
        <translation>Telefon wieder zuweisen</translation>
    </message>
    <message>
        <source>Put back the manager</source>
        <translation>Vorgesetzte Person wieder eintragen</translation>
    </message>
    <message>
        <source>Put back call forwarding</source>
        <translation>Rufweiterleitung wieder einrichten</translation>
    </message>
    <message>
        <source>Compare with what was kept</source>
        <translation>Mit dem festgehaltenen Stand vergleichen</translation>
    </message>
    <message>
        <source>It could not be recorded in the journal first, so it was not sent</source>
        <translation>Es konnte nicht zuerst im Journal festgehalten werden, daher wurde es nicht gesendet</translation>
    </message>
    <message>
        <source>Disconnect everybody</source>
        <translation>Alle trennen</translation>
    </message>
</context>
<context>
    <name>ErrorTexts</name>
    <message>
        <source>Someone changed this user a moment ago</source>
        <translation>Jemand hat diese Person gerade eben geändert</translation>
    </message>
    <message>
        <source>What you saw is no longer what the server has. Nothing was changed.</source>
        <translation>Was Sie gesehen haben, ist nicht mehr, was der Server hat. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Read the user again, compare, then try again.</source>
        <translation>Lesen Sie die Person neu, vergleichen Sie und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Still referenced by interactions</source>
        <translation>Interaktionen verweisen noch darauf</translation>
    </message>
    <message numerus="yes">
        <source>Still referenced by %n interaction(s)</source>
        <translation>
            <numerusform>%n Interaktion verweist noch darauf</numerusform>
            <numerusform>%n Interaktionen verweisen noch darauf</numerusform>
        </translation>
    </message>
    <message>
        <source>The server does not delete a user while active or recent interactions refer to them. Nothing was changed.</source>
        <translation>Der Server löscht niemanden, solange laufende oder kürzliche Interaktionen auf die Person verweisen. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Clear the references and try again, or deactivate the user instead: deactivating keeps the history.</source>
        <translation>Bereinigen Sie die Verweise und versuchen Sie es noch einmal, oder deaktivieren Sie stattdessen: Das bewahrt den Verlauf.</translation>
    </message>
    <message>
        <source>The server sees a conflict</source>
        <translation>Der Server sieht einen Konflikt</translation>
    </message>
    <message>
        <source>The request contradicts what the server has now. Nothing was changed.</source>
        <translation>Die Anfrage widerspricht dem, was der Server jetzt hat. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Read the user again, then decide.</source>
        <translation>Lesen Sie die Person neu und entscheiden Sie dann.</translation>
    </message>
    <message numerus="yes">
        <source>The organisation&apos;s request limit is used up, back in %n second(s)</source>
        <translation>
            <numerusform>Das Anfragelimit der Organisation ist aufgebraucht, wieder frei in %n Sekunde</numerusform>
            <numerusform>Das Anfragelimit der Organisation ist aufgebraucht, wieder frei in %n Sekunden</numerusform>
        </translation>
    </message>
    <message>
        <source>The organisation&apos;s request limit is used up</source>
        <translation>Das Anfragelimit der Organisation ist aufgebraucht</translation>
    </message>
    <message>
        <source>Every program of the organisation shares this limit. Nothing was changed.</source>
        <translation>Alle Programme der Organisation teilen sich dieses Limit. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Nothing to do for short pauses: the console goes on by itself. After a long one, try again later.</source>
        <translation>Bei kurzen Pausen ist nichts zu tun: Die Konsole macht von selbst weiter. Nach einer langen versuchen Sie es später noch einmal.</translation>
    </message>
    <message>
        <source>A permission is missing</source>
        <translation>Eine Berechtigung fehlt</translation>
    </message>
    <message>
        <source>The permission %1 is missing</source>
        <translation>Die Berechtigung %1 fehlt</translation>
    </message>
    <message>
        <source>The signed-in account may not do this. Nothing was changed.</source>
        <translation>Das angemeldete Konto darf das nicht. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>The secure connection failed</source>
        <translation>Die sichere Verbindung ist gescheitert</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is signed by nobody this computer trusts, so nothing was sent to it.</source>
        <translation>Das Zertifikat des Servers ist von niemandem unterschrieben, dem dieser Rechner vertraut; es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>If your organisation has a certificate authority of its own, give its file in Manage connections…. Ask your network team whether a proxy replaces certificates.</source>
        <translation>Hat Ihre Organisation eine eigene Zertifizierungsstelle, geben Sie deren Datei unter „Verbindungen verwalten…“ an. Fragen Sie Ihr Netzwerkteam, ob ein Proxy Zertifikate austauscht.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate belongs to another name, so nothing was sent to it.</source>
        <translation>Das Zertifikat des Servers gehört zu einem anderen Namen; es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>Check the address of the connection for typing mistakes.</source>
        <translation>Prüfen Sie die Adresse der Verbindung auf Tippfehler.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate has expired, so nothing was sent to it.</source>
        <translation>Das Zertifikat des Servers ist abgelaufen; es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>Check the computer&apos;s clock. If it is right, the server&apos;s operator has to renew the certificate.</source>
        <translation>Prüfen Sie die Uhr des Rechners. Geht sie richtig, muss der Betreiber des Servers das Zertifikat erneuern.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not valid yet, so nothing was sent to it.</source>
        <translation>Das Zertifikat des Servers ist noch nicht gültig; es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>Check the computer&apos;s clock.</source>
        <translation>Prüfen Sie die Uhr des Rechners.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate was revoked, so nothing was sent to it.</source>
        <translation>Das Zertifikat des Servers wurde widerrufen; es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>Do not go on. Tell the server&apos;s operator.</source>
        <translation>Machen Sie nicht weiter. Verständigen Sie den Betreiber des Servers.</translation>
    </message>
    <message>
        <source>The server does not speak TLS 1.2 or newer, so nothing was sent to it.</source>
        <translation>Der Server spricht kein TLS 1.2 oder neuer; es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>Check the address and the port. An old server has to be updated by its operator.</source>
        <translation>Prüfen Sie Adresse und Port. Einen alten Server muss sein Betreiber aktualisieren.</translation>
    </message>
    <message>
        <source>The server could not prove who it is, so nothing was sent to it.</source>
        <translation>Der Server konnte nicht beweisen, wer er ist; es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>Check the address and the computer&apos;s clock. Ask your network team whether a proxy replaces certificates.</source>
        <translation>Prüfen Sie die Adresse und die Uhr des Rechners. Fragen Sie Ihr Netzwerkteam, ob ein Proxy Zertifikate austauscht.</translation>
    </message>
    <message>
        <source>The keychain has no secret for this connection</source>
        <translation>Der Schlüsselbund hat kein Geheimnis für diese Verbindung</translation>
    </message>
    <message>
        <source>Nothing was kept there yet.</source>
        <translation>Dort wurde noch nichts aufbewahrt.</translation>
    </message>
    <message>
        <source>Sign in; the secret can be kept in the keychain then.</source>
        <translation>Melden Sie sich an; dabei kann das Geheimnis in den Schlüsselbund gelegt werden.</translation>
    </message>
    <message>
        <source>The secret is gone from the keychain</source>
        <translation>Das Geheimnis ist aus dem Schlüsselbund verschwunden</translation>
    </message>
    <message>
        <source>It was kept there, and somebody or another program removed it.</source>
        <translation>Es wurde dort aufbewahrt, und jemand oder ein anderes Programm hat es entfernt.</translation>
    </message>
    <message>
        <source>Sign in again to keep it anew. If you did not remove it, have it replaced.</source>
        <translation>Melden Sie sich an, um es neu aufzubewahren. Haben Sie es nicht selbst entfernt, lassen Sie es ersetzen.</translation>
    </message>
    <message>
        <source>There is no keychain</source>
        <translation>Es gibt keinen Schlüsselbund</translation>
    </message>
    <message>
        <source>No keychain service is running, so the secret was not kept. It is never written to a file instead.</source>
        <translation>Es läuft kein Schlüsselbunddienst, daher wurde das Geheimnis nicht aufbewahrt. In eine Datei wird es niemals geschrieben.</translation>
    </message>
    <message>
        <source>Install and start GNOME Keyring, KWallet or another Secret Service, or go on without it: you sign in again after each start.</source>
        <translation>Installieren und starten Sie GNOME Keyring, KWallet oder einen anderen Secret Service, oder arbeiten Sie ohne: Dann melden Sie sich nach jedem Start neu an.</translation>
    </message>
    <message>
        <source>The keychain is locked</source>
        <translation>Der Schlüsselbund ist gesperrt</translation>
    </message>
    <message>
        <source>The secret is there, but the keychain was not unlocked.</source>
        <translation>Das Geheimnis ist da, aber der Schlüsselbund wurde nicht entsperrt.</translation>
    </message>
    <message>
        <source>Unlock the keychain and try again, or type the secret for this time.</source>
        <translation>Entsperren Sie den Schlüsselbund und versuchen Sie es noch einmal, oder geben Sie das Geheimnis für dieses Mal ein.</translation>
    </message>
    <message>
        <source>The keychain denied access</source>
        <translation>Der Schlüsselbund hat den Zugriff verweigert</translation>
    </message>
    <message>
        <source>Access was refused by you or by the system.</source>
        <translation>Der Zugriff wurde von Ihnen oder vom System abgelehnt.</translation>
    </message>
    <message>
        <source>Try again and allow it, or go on without the keychain: you sign in again after each start.</source>
        <translation>Versuchen Sie es noch einmal und erlauben Sie es, oder arbeiten Sie ohne Schlüsselbund: Dann melden Sie sich nach jedem Start neu an.</translation>
    </message>
    <message>
        <source>The keychain failed</source>
        <translation>Der Schlüsselbund hat versagt</translation>
    </message>
    <message>
        <source>It gave an answer that cannot be used. The secret is never written to a file instead.</source>
        <translation>Seine Antwort ist nicht verwendbar. Das Geheimnis wird niemals stattdessen in eine Datei geschrieben.</translation>
    </message>
    <message>
        <source>Check the keychain with its own program, or go on without it: you sign in again after each start.</source>
        <translation>Prüfen Sie den Schlüsselbund mit seinem eigenen Programm, oder arbeiten Sie ohne: Dann melden Sie sich nach jedem Start neu an.</translation>
    </message>
    <message>
        <source>The server cannot be reached</source>
        <translation>Der Server ist nicht erreichbar</translation>
    </message>
    <message>
        <source>There was no connection, or the line was cut. What is shown may be old.</source>
        <translation>Es gab keine Verbindung, oder die Leitung wurde unterbrochen. Was angezeigt wird, kann veraltet sein.</translation>
    </message>
    <message>
        <source>Check the network and the address of the connection, then try again.</source>
        <translation>Prüfen Sie das Netzwerk und die Adresse der Verbindung und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The server did not answer in time</source>
        <translation>Der Server hat nicht rechtzeitig geantwortet</translation>
    </message>
    <message>
        <source>The question was sent, but no complete answer came back.</source>
        <translation>Die Frage wurde gesendet, aber es kam keine vollständige Antwort zurück.</translation>
    </message>
    <message>
        <source>Try again. If it keeps happening, the server or the network is overloaded.</source>
        <translation>Versuchen Sie es noch einmal. Geschieht es weiterhin, ist der Server oder das Netzwerk überlastet.</translation>
    </message>
    <message>
        <source>The session ended</source>
        <translation>Die Anmeldung ist abgelaufen</translation>
    </message>
    <message>
        <source>The server no longer accepts this sign-in. Nothing was changed.</source>
        <translation>Der Server erkennt diese Anmeldung nicht mehr an. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Sign in again; a run that is waiting goes on afterwards.</source>
        <translation>Melden Sie sich neu an; ein wartender Lauf geht danach weiter.</translation>
    </message>
    <message>
        <source>Already gone</source>
        <translation>Bereits weg</translation>
    </message>
    <message>
        <source>The server does not know it any more, or this account may not see its division.</source>
        <translation>Der Server kennt es nicht mehr, oder dieses Konto darf die Division nicht sehen.</translation>
    </message>
    <message>
        <source>Read it again: where it was to be deleted, nothing is left to do.</source>
        <translation>Lesen Sie neu: Sollte gelöscht werden, ist nichts mehr zu tun.</translation>
    </message>
    <message>
        <source>Gone for good</source>
        <translation>Endgültig weg</translation>
    </message>
    <message>
        <source>The server says that this was removed and does not come back.</source>
        <translation>Der Server sagt, dass dies entfernt wurde und nicht zurückkommt.</translation>
    </message>
    <message>
        <source>Nothing is left to do.</source>
        <translation>Es ist nichts mehr zu tun.</translation>
    </message>
    <message>
        <source>The server refused the request</source>
        <translation>Der Server hat die Anfrage abgelehnt</translation>
    </message>
    <message>
        <source>It did not accept what was asked. Nothing was changed.</source>
        <translation>Er hat nicht angenommen, was verlangt wurde. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Copy the technical details for the vendor&apos;s support.</source>
        <translation>Kopieren Sie die technischen Angaben für den Support des Herstellers.</translation>
    </message>
    <message>
        <source>The server had an internal error</source>
        <translation>Der Server hatte einen internen Fehler</translation>
    </message>
    <message>
        <source>The fault is on the server&apos;s side.</source>
        <translation>Der Fehler liegt beim Server.</translation>
    </message>
    <message>
        <source>Try again in a moment. If it stays, copy the technical details for the vendor&apos;s support.</source>
        <translation>Versuchen Sie es gleich noch einmal. Bleibt es dabei, kopieren Sie die technischen Angaben für den Support des Herstellers.</translation>
    </message>
    <message>
        <source>The server&apos;s answer cannot be used</source>
        <translation>Die Antwort des Servers ist nicht verwendbar</translation>
    </message>
    <message>
        <source>The answer is damaged, too large or not what was asked for, so none of it was used.</source>
        <translation>Die Antwort ist beschädigt, zu groß oder nicht das Verlangte; nichts davon wurde verwendet.</translation>
    </message>
    <message>
        <source>Try again. If it stays, copy the technical details for the vendor&apos;s support.</source>
        <translation>Versuchen Sie es noch einmal. Bleibt es dabei, kopieren Sie die technischen Angaben für den Support des Herstellers.</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>It was stopped before it was finished.</source>
        <translation>Es wurde angehalten, bevor es fertig war.</translation>
    </message>
    <message>
        <source>Start it again when you are ready.</source>
        <translation>Starten Sie es neu, wenn Sie so weit sind.</translation>
    </message>
    <message>
        <source>The outcome is unknown</source>
        <translation>Der Ausgang ist unbekannt</translation>
    </message>
    <message>
        <source>The change was sent, but no usable answer came back: it may or may not have happened. It is not sent a second time.</source>
        <translation>Die Änderung wurde gesendet, aber es kam keine verwendbare Antwort: Sie kann geschehen sein oder nicht. Sie wird kein zweites Mal gesendet.</translation>
    </message>
    <message>
        <source>Read the user back, then decide.</source>
        <translation>Lesen Sie die Person zurück und entscheiden Sie dann.</translation>
    </message>
    <message>
        <source>The console refused to go on</source>
        <translation>Die Konsole macht nicht weiter</translation>
    </message>
    <message>
        <source>A safety check did not hold any more. Nothing was sent.</source>
        <translation>Eine Sicherheitsprüfung galt nicht mehr. Es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>Read the preview again and clear what stands in the way.</source>
        <translation>Lesen Sie die Vorschau neu und räumen Sie aus, was im Weg steht.</translation>
    </message>
    <message>
        <source>The file could not be read or written</source>
        <translation>Die Datei konnte nicht gelesen oder geschrieben werden</translation>
    </message>
    <message>
        <source>No half-written file was left behind.</source>
        <translation>Es blieb keine halb geschriebene Datei zurück.</translation>
    </message>
    <message>
        <source>Check the folder, the free space and your rights, or choose another place.</source>
        <translation>Prüfen Sie den Ordner, den freien Platz und Ihre Rechte, oder wählen Sie einen anderen Ort.</translation>
    </message>
    <message>
        <source>The proxy refused the connection</source>
        <translation>Der Proxy hat die Verbindung abgelehnt</translation>
    </message>
    <message>
        <source>It wants a user name and a password, or does not accept those of this connection. The server was not asked.</source>
        <translation>Er verlangt Benutzername und Kennwort oder nimmt die dieser Verbindung nicht an. Der Server wurde nicht gefragt.</translation>
    </message>
    <message>
        <source>Check the proxy of this connection in Manage connections…</source>
        <translation>Prüfen Sie den Proxy dieser Verbindung unter „Verbindungen verwalten…“</translation>
    </message>
    <message>
        <source>Something unexpected happened</source>
        <translation>Etwas Unerwartetes ist geschehen</translation>
    </message>
    <message>
        <source>HTTP status %1</source>
        <translation>HTTP-Status %1</translation>
    </message>
    <message>
        <source>code %1</source>
        <translation>Code %1</translation>
    </message>
    <message>
        <source>message: %1</source>
        <translation>Meldung: %1</translation>
    </message>
    <message>
        <source>correlation id %1</source>
        <translation>Korrelations-ID %1</translation>
    </message>
    <message>
        <source>at %1</source>
        <translation>bei %1</translation>
    </message>
    <message>
        <source>The client ID or its secret is wrong</source>
        <translation>Die Client-ID oder ihr Geheimnis ist falsch</translation>
    </message>
    <message>
        <source>The login server does not know this client, or not with this secret. Nobody is signed in.</source>
        <translation>Der Anmeldeserver kennt diesen Client nicht oder nicht mit diesem Geheimnis. Niemand ist angemeldet.</translation>
    </message>
    <message>
        <source>Check the client ID in Manage connections… and type the secret again. If the secret was replaced at the server, the new one is needed.</source>
        <translation>Prüfen Sie die Client-ID unter „Verbindungen verwalten…“ und geben Sie das Geheimnis neu ein. Wurde es am Server ersetzt, brauchen Sie das neue.</translation>
    </message>
    <message>
        <source>The login server no longer accepts this sign-in</source>
        <translation>Der Anmeldeserver erkennt diese Anmeldung nicht mehr an</translation>
    </message>
    <message>
        <source>A code or a renewal can be used once and for a short time only.</source>
        <translation>Ein Code oder eine Erneuerung gilt nur einmal und nur kurz.</translation>
    </message>
    <message>
        <source>Start the sign-in again.</source>
        <translation>Beginnen Sie die Anmeldung neu.</translation>
    </message>
    <message>
        <source>This client may not sign in that way</source>
        <translation>Dieser Client darf sich so nicht anmelden</translation>
    </message>
    <message>
        <source>The OAuth client is set up for another grant type.</source>
        <translation>Der OAuth-Client ist für eine andere Anmeldeart eingerichtet.</translation>
    </message>
    <message>
        <source>Choose another way to sign in in Manage connections…, or have an administrator change the client.</source>
        <translation>Wählen Sie unter „Verbindungen verwalten…“ eine andere Anmeldeart oder lassen Sie den Client ändern.</translation>
    </message>
    <message>
        <source>The login server did not understand the sign-in</source>
        <translation>Der Anmeldeserver hat die Anmeldung nicht verstanden</translation>
    </message>
    <message>
        <source>The connection does not fit the way the client is set up.</source>
        <translation>Die Verbindung passt nicht dazu, wie der Client eingerichtet ist.</translation>
    </message>
    <message>
        <source>Compare client ID and redirect address with the client at the server.</source>
        <translation>Vergleichen Sie Client-ID und Rücksprungadresse mit dem Client am Server.</translation>
    </message>
    <message>
        <source>The sign-in was refused</source>
        <translation>Die Anmeldung wurde abgelehnt</translation>
    </message>
    <message>
        <source>Somebody pressed Cancel on the sign-in page, or this account may not use the client.</source>
        <translation>Jemand hat auf der Anmeldeseite abgebrochen, oder dieses Konto darf den Client nicht verwenden.</translation>
    </message>
    <message>
        <source>Try again, with another account if needed.</source>
        <translation>Versuchen Sie es noch einmal, nötigenfalls mit einem anderen Konto.</translation>
    </message>
    <message>
        <source>The answer from the browser was not for this sign-in</source>
        <translation>Die Antwort des Browsers gehörte nicht zu dieser Anmeldung</translation>
    </message>
    <message>
        <source>An older page answered, or another program tried to. It was not used.</source>
        <translation>Eine ältere Seite hat geantwortet, oder ein anderes Programm hat es versucht. Sie wurde nicht verwendet.</translation>
    </message>
    <message>
        <source>Close old sign-in pages and start again.</source>
        <translation>Schließen Sie alte Anmeldeseiten und beginnen Sie neu.</translation>
    </message>
    <message>
        <source>The browser could not be opened</source>
        <translation>Der Browser konnte nicht geöffnet werden</translation>
    </message>
    <message>
        <source>Nobody is signed in.</source>
        <translation>Niemand ist angemeldet.</translation>
    </message>
    <message>
        <source>Set a default browser, or choose another way to sign in.</source>
        <translation>Richten Sie einen Standardbrowser ein oder wählen Sie eine andere Anmeldeart.</translation>
    </message>
    <message>
        <source>Nobody came back from the browser</source>
        <translation>Niemand kam aus dem Browser zurück</translation>
    </message>
    <message>
        <source>The sign-in page was not finished in time.</source>
        <translation>Die Anmeldeseite wurde nicht rechtzeitig abgeschlossen.</translation>
    </message>
    <message>
        <source>Start the sign-in again and finish it in the browser.</source>
        <translation>Beginnen Sie die Anmeldung neu und schließen Sie sie im Browser ab.</translation>
    </message>
    <message>
        <source>The browser could not come back here</source>
        <translation>Der Browser konnte nicht hierher zurückkommen</translation>
    </message>
    <message>
        <source>The port of the redirect address is used by another program, or may not be used.</source>
        <translation>Der Port der Rücksprungadresse wird von einem anderen Programm belegt oder darf nicht verwendet werden.</translation>
    </message>
    <message>
        <source>Close the other program (perhaps a second console), or choose another registered redirect address in Manage connections…</source>
        <translation>Schließen Sie das andere Programm (vielleicht eine zweite Konsole) oder wählen Sie unter „Verbindungen verwalten…“ eine andere eingetragene Rücksprungadresse</translation>
    </message>
    <message>
        <source>This is another account or organisation</source>
        <translation>Dies ist ein anderes Konto oder eine andere Organisation</translation>
    </message>
    <message>
        <source>What is open here belongs to somebody else&apos;s sign-in, so it does not go on with this one.</source>
        <translation>Was hier geöffnet ist, gehört zu einer anderen Anmeldung und geht mit dieser nicht weiter.</translation>
    </message>
    <message>
        <source>Sign in with the account that is named above, or sign out first.</source>
        <translation>Melden Sie sich mit dem oben genannten Konto an oder melden Sie sich zuerst ab.</translation>
    </message>
    <message>
        <source>This is not an access token</source>
        <translation>Dies ist kein Zugriffstoken</translation>
    </message>
    <message>
        <source>A token is one long word of letters, digits and signs. It was not sent anywhere.</source>
        <translation>Ein Token ist ein langes Wort aus Buchstaben, Ziffern und Zeichen. Es wurde nirgendwohin gesendet.</translation>
    </message>
    <message>
        <source>Copy the token again, without anything around it.</source>
        <translation>Kopieren Sie das Token noch einmal, ohne etwas darum herum.</translation>
    </message>
    <message>
        <source>The server does not accept the token any more. Nothing was changed.</source>
        <translation>Der Server erkennt das Token nicht mehr an. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Sign in again; what is waiting goes on afterwards.</source>
        <translation>Melden Sie sich neu an; was wartet, geht danach weiter.</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Nicht gefunden</translation>
    </message>
    <message>
        <source>The server does not know what was asked for, or this account may not see its division.</source>
        <translation>Der Server kennt das Gefragte nicht, oder dieses Konto darf die Division nicht sehen.</translation>
    </message>
    <message>
        <source>Refresh the list. If everything is missing, check the address of the connection.</source>
        <translation>Aktualisieren Sie die Liste. Fehlt alles, prüfen Sie die Adresse der Verbindung.</translation>
    </message>
    <message>
        <source>The permission does not reach this division</source>
        <translation>Die Berechtigung reicht nicht bis in diese Division</translation>
    </message>
    <message>
        <source>The permission %1 does not reach this division</source>
        <translation>Die Berechtigung %1 reicht nicht bis in diese Division</translation>
    </message>
    <message>
        <source>The signed-in account has it for other divisions only. Nothing was changed.</source>
        <translation>Das angemeldete Konto hat sie nur für andere Divisionen. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Copy the permission for an administrator who can grant it there.</source>
        <translation>Kopieren Sie die Berechtigung für jemanden, der sie dort erteilen kann.</translation>
    </message>
    <message>
        <source>Copy the permission for an administrator who can grant it.</source>
        <translation>Kopieren Sie die Berechtigung für jemanden, der sie erteilen kann.</translation>
    </message>
</context>
<context>
    <name>LeaversTexts</name>
    <message>
        <source>The e-mail address names somebody, but nobody has this ID. If the column holds another number, such as the staff office&apos;s, choose no ID column above.</source>
        <translation>Die E-Mail-Adresse nennt jemanden, aber niemand hat diese ID. Enthält die Spalte eine andere Nummer, etwa die der Personalabteilung, wählen Sie oben keine ID-Spalte.</translation>
    </message>
    <message>
        <source>The user with this ID has another e-mail address.</source>
        <translation>Die Person mit dieser ID hat eine andere E-Mail-Adresse.</translation>
    </message>
    <message>
        <source>The user with this ID or e-mail address has quite another name. Was a column of the list sorted without the others?</source>
        <translation>Die Person mit dieser ID oder E-Mail-Adresse heißt ganz anders. Wurde eine Spalte der Liste ohne die anderen sortiert?</translation>
    </message>
    <message>
        <source>Several users have this e-mail address.</source>
        <translation>Mehrere Personen haben diese E-Mail-Adresse.</translation>
    </message>
    <message>
        <source>Nobody has this ID or e-mail address, but somebody has a similar name or address.</source>
        <translation>Niemand hat diese ID oder E-Mail-Adresse, aber jemand hat einen ähnlichen Namen oder eine ähnliche Adresse.</translation>
    </message>
    <message>
        <source>A name alone does not say for certain who is meant.</source>
        <translation>Ein Name allein sagt nicht sicher, wer gemeint ist.</translation>
    </message>
    <message>
        <source>The row says neither ID nor e-mail address nor name. Are the right columns chosen?</source>
        <translation>Die Zeile nennt weder ID noch E-Mail-Adresse noch Name. Sind die richtigen Spalten gewählt?</translation>
    </message>
    <message>
        <source>The user who was picked is not in the organisation any more.</source>
        <translation>Die gewählte Person ist nicht mehr in der Organisation.</translation>
    </message>
    <message>
        <source>Nobody has this ID or e-mail address, and nobody has a similar name.</source>
        <translation>Niemand hat diese ID oder E-Mail-Adresse, und niemand hat einen ähnlichen Namen.</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>Die Datei ist leer.</translation>
    </message>
    <message>
        <source>The first line must name the columns, for instance “ID, E-mail, Name”, but it lists somebody already. Put a header above it.</source>
        <translation>Die erste Zeile muss die Spalten nennen, zum Beispiel „ID, E-Mail, Name“, führt aber schon jemanden auf. Setzen Sie eine Kopfzeile darüber.</translation>
    </message>
    <message>
        <source>There is a header, but nobody below it.</source>
        <translation>Es gibt eine Kopfzeile, aber niemanden darunter.</translation>
    </message>
    <message>
        <source>Two columns have the same name. Give each a name of its own.</source>
        <translation>Zwei Spalten heißen gleich. Geben Sie jeder einen eigenen Namen.</translation>
    </message>
    <message>
        <source>The quote that opens here is never closed.</source>
        <translation>Das Anführungszeichen, das hier öffnet, wird nie geschlossen.</translation>
    </message>
    <message>
        <source>A quote stands inside a cell that does not begin with one. Put the whole cell in quotes and double the quotes inside.</source>
        <translation>Ein Anführungszeichen steht in einer Zelle, die nicht damit beginnt. Setzen Sie die ganze Zelle in Anführungszeichen und verdoppeln Sie die inneren.</translation>
    </message>
    <message>
        <source>After a closing quote there is more text. Double the quotes that belong to the cell.</source>
        <translation>Nach einem schließenden Anführungszeichen folgt weiterer Text. Verdoppeln Sie Anführungszeichen, die zur Zelle gehören.</translation>
    </message>
    <message>
        <source>This row has fewer cells than the header.</source>
        <translation>Diese Zeile hat weniger Zellen als die Kopfzeile.</translation>
    </message>
    <message>
        <source>This row has more cells than the header. A cell with a delimiter in it must be in quotes.</source>
        <translation>Diese Zeile hat mehr Zellen als die Kopfzeile. Eine Zelle mit einem Trennzeichen darin muss in Anführungszeichen stehen.</translation>
    </message>
    <message>
        <source>There is a NUL character: this is not a text file, or it is damaged.</source>
        <translation>Hier steht ein NUL-Zeichen: Dies ist keine Textdatei, oder sie ist beschädigt.</translation>
    </message>
    <message>
        <source>What stands here is no text in the file&apos;s encoding. Save the list again as CSV in UTF-8.</source>
        <translation>Was hier steht, ist kein Text in der Kodierung der Datei. Speichern Sie die Liste noch einmal als CSV in UTF-8.</translation>
    </message>
    <message>
        <source>The cell that begins here is far too long. Is a closing quote missing?</source>
        <translation>Die Zelle, die hier beginnt, ist viel zu lang. Fehlt ein schließendes Anführungszeichen?</translation>
    </message>
    <message>
        <source>A row has too many cells.</source>
        <translation>Eine Zeile hat zu viele Zellen.</translation>
    </message>
    <message>
        <source>The list has more rows than any run may hold. Split it.</source>
        <translation>Die Liste hat mehr Zeilen, als ein Lauf enthalten darf. Teilen Sie sie auf.</translation>
    </message>
    <message>
        <source>The list is too large. Leave out the columns that are not needed, or split it.</source>
        <translation>Die Liste ist zu groß. Lassen Sie nicht benötigte Spalten weg oder teilen Sie sie auf.</translation>
    </message>
    <message>
        <source>This is a spreadsheet or a ZIP file. Save the sheet as CSV (UTF-8) and import that.</source>
        <translation>Dies ist eine Tabellen- oder ZIP-Datei. Speichern Sie das Blatt als CSV (UTF-8) und importieren Sie dieses.</translation>
    </message>
    <message>
        <source>This is not valid JSON.</source>
        <translation>Dies ist kein gültiges JSON.</translation>
    </message>
    <message>
        <source>What stands here is no user: the list must hold JSON objects only.</source>
        <translation>Was hier steht, ist keine Person: Die Liste darf nur JSON-Objekte enthalten.</translation>
    </message>
    <message>
        <source>No entry has an ID, an e-mail address or a name: this is none of the exports of users.</source>
        <translation>Kein Eintrag hat eine ID, eine E-Mail-Adresse oder einen Namen: Dies ist kein Export von Personen.</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>Vorname</translation>
    </message>
    <message>
        <source>Last name</source>
        <translation>Nachname</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Matched by ID</source>
        <translation>ID passt</translation>
    </message>
    <message>
        <source>Matched by e-mail</source>
        <translation>E-Mail passt</translation>
    </message>
    <message>
        <source>Picked by hand</source>
        <translation>Von Hand gewählt</translation>
    </message>
    <message>
        <source>Look-alike</source>
        <translation>Ähnlich</translation>
    </message>
    <message>
        <source>Conflict</source>
        <translation>Widerspruch</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Doppelt</translation>
    </message>
    <message>
        <source>Already inactive</source>
        <translation>Bereits inaktiv</translation>
    </message>
    <message>
        <source>Already active</source>
        <translation>Bereits aktiv</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Gelöscht</translation>
    </message>
    <message>
        <source>Yourself</source>
        <translation>Sie selbst</translation>
    </message>
    <message>
        <source>Protected</source>
        <translation>Geschützt</translation>
    </message>
    <message>
        <source>Outside the allowed divisions</source>
        <translation>Außerhalb der erlaubten Divisionen</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>The ID names this user.</source>
        <translation>Die ID nennt diese Person.</translation>
    </message>
    <message>
        <source>The e-mail address names this user.</source>
        <translation>Die E-Mail-Adresse nennt diese Person.</translation>
    </message>
    <message>
        <source>You picked this user.</source>
        <translation>Sie haben diese Person gewählt.</translation>
    </message>
    <message>
        <source>The ID and the e-mail address name different users. Use the right one, or exclude the row.</source>
        <translation>ID und E-Mail-Adresse nennen verschiedene Personen. Verwenden Sie die richtige oder schließen Sie die Zeile aus.</translation>
    </message>
    <message>
        <source>%1 Use the right user, or exclude the row.</source>
        <translation>%1 Verwenden Sie die richtige Person oder schließen Sie die Zeile aus.</translation>
    </message>
    <message>
        <source>%1 Search for the user, or exclude the row.</source>
        <translation>%1 Suchen Sie die Person oder schließen Sie die Zeile aus.</translation>
    </message>
    <message>
        <source>Line %1 names the same user; this row is left out.</source>
        <translation>Zeile %1 nennt dieselbe Person; diese Zeile wird ausgelassen.</translation>
    </message>
    <message>
        <source>This user is inactive already.</source>
        <translation>Diese Person ist bereits inaktiv.</translation>
    </message>
    <message>
        <source>This user is inactive already; the row is left out.</source>
        <translation>Diese Person ist bereits inaktiv; die Zeile wird ausgelassen.</translation>
    </message>
    <message>
        <source>This user is active already; the row is left out.</source>
        <translation>Diese Person ist bereits aktiv; die Zeile wird ausgelassen.</translation>
    </message>
    <message>
        <source>This user is deleted already; the row is left out.</source>
        <translation>Diese Person ist bereits gelöscht; die Zeile wird ausgelassen.</translation>
    </message>
    <message>
        <source>This is the account that you are signed in with. Exclude the row.</source>
        <translation>Dies ist das angemeldete Konto. Schließen Sie die Zeile aus.</translation>
    </message>
    <message>
        <source>This user is protected in the connection. Exclude the row.</source>
        <translation>Diese Person ist in der Verbindung geschützt. Schließen Sie die Zeile aus.</translation>
    </message>
    <message>
        <source>This user is outside the divisions that the connection allows. Exclude the row.</source>
        <translation>Diese Person ist außerhalb der Divisionen, die die Verbindung erlaubt. Schließen Sie die Zeile aus.</translation>
    </message>
    <message>
        <source>The users of the organisation are not read yet. Wait until they are.</source>
        <translation>Die Personen der Organisation sind noch nicht gelesen. Warten Sie, bis sie es sind.</translation>
    </message>
    <message>
        <source>Reading the users of the organisation failed part-way, so a row could mean somebody who was not read. Read them again.</source>
        <translation>Das Lesen der Personen der Organisation brach unterwegs ab, daher könnte eine Zeile jemanden meinen, der nicht gelesen wurde. Lesen Sie sie neu.</translation>
    </message>
    <message>
        <source>The list names %1 users, the connection allows %2 in one run. Split the list, or have the limit changed in Manage connections….</source>
        <translation>Die Liste nennt %1 Personen, die Verbindung erlaubt %2 je Lauf. Teilen Sie die Liste auf oder lassen Sie die Grenze unter „Verbindungen verwalten…“ ändern.</translation>
    </message>
    <message>
        <source>The list names %1 users; that is a larger share of the organisation than the connection allows (%2). Is it the right list?</source>
        <translation>Die Liste nennt %1 Personen; das ist ein größerer Anteil der Organisation, als die Verbindung erlaubt (%2). Ist es die richtige Liste?</translation>
    </message>
    <message>
        <source>It is not known who is signed in, so nobody can be told from yourself. Sign in again.</source>
        <translation>Es ist nicht bekannt, wer angemeldet ist, daher lässt sich niemand von Ihnen selbst unterscheiden. Melden Sie sich neu an.</translation>
    </message>
    <message>
        <source>The list is not UTF-8 and was read as Windows-1252: check names with umlauts or accents.</source>
        <translation>Die Liste ist nicht UTF-8 und wurde als Windows-1252 gelesen: Prüfen Sie Namen mit Umlauten oder Akzenten.</translation>
    </message>
    <message>
        <source>The list does not say how it is encoded and was read as %1.</source>
        <translation>Die Liste nennt ihre Kodierung nicht und wurde als %1 gelesen.</translation>
    </message>
    <message numerus="yes">
        <source>%n blank row(s) were left out.</source>
        <translation>
            <numerusform>%n leere Zeile wurde ausgelassen.</numerusform>
            <numerusform>%n leere Zeilen wurden ausgelassen.</numerusform>
        </translation>
    </message>
    <message>
        <source>More than one column could be “%1”: choose it above.</source>
        <translation>Mehr als eine Spalte könnte „%1“ sein: Wählen Sie sie oben.</translation>
    </message>
    <message>
        <source>No column of the list is recognised: choose above which one says who is meant.</source>
        <translation>Keine Spalte der Liste wurde erkannt: Wählen Sie oben, welche sagt, wer gemeint ist.</translation>
    </message>
    <message>
        <source>The list has names only, and a name does not say for certain who is meant: each row has to be picked by hand.</source>
        <translation>Die Liste hat nur Namen, und ein Name sagt nicht sicher, wer gemeint ist: Zu jeder Zeile muss die Person von Hand gewählt werden.</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>JSON Lines</source>
        <translation>JSON Lines</translation>
    </message>
    <message>
        <source>CSV with semicolons, %1</source>
        <translation>CSV mit Semikolons, %1</translation>
    </message>
    <message>
        <source>CSV with tabs, %1</source>
        <translation>CSV mit Tabulatoren, %1</translation>
    </message>
    <message>
        <source>CSV with commas, %1</source>
        <translation>CSV mit Kommas, %1</translation>
    </message>
    <message>
        <source>The list cannot be used</source>
        <translation>Die Liste kann nicht verwendet werden</translation>
    </message>
    <message>
        <source>Line %1, character %2: %3</source>
        <translation>Zeile %1, Zeichen %2: %3</translation>
    </message>
    <message>
        <source>Nothing was started. Correct the file and import it again.</source>
        <translation>Es wurde nichts begonnen. Berichtigen Sie die Datei und importieren Sie sie noch einmal.</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>Gehe zu</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Erscheinungsbild</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Dialect of the demo organisation</source>
        <translation>Dialekt der Demo-Organisation</translation>
    </message>
    <message>
        <source>A run is not finished</source>
        <translation>Ein Lauf ist nicht beendet</translation>
    </message>
    <message>
        <source>&amp;Users</source>
        <translation>&amp;Personen</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>About Offboarding Console</source>
        <translation>Über Offboarding Console</translation>
    </message>
    <message>
        <source>&amp;Connections</source>
        <translation>&amp;Verbindungen</translation>
    </message>
</context>
<context>
    <name>PlanTexts</name>
    <message>
        <source>This plan was made for another organisation. Open a connection to that one.</source>
        <translation>Dieser Plan wurde für eine andere Organisation erstellt. Öffnen Sie eine Verbindung zu ihr.</translation>
    </message>
    <message>
        <source>This plan was made for another server address. Its requests would go elsewhere: plan anew here.</source>
        <translation>Dieser Plan wurde für eine andere Serveradresse erstellt. Seine Anfragen gingen woandershin: Planen Sie hier neu.</translation>
    </message>
    <message>
        <source>This plan was made for the other dialect of the API: plan anew here.</source>
        <translation>Dieser Plan wurde für den anderen Dialekt der API erstellt: Planen Sie hier neu.</translation>
    </message>
    <message>
        <source>It is not known who is signed in here as a person: sign in again, as yourself.</source>
        <translation>Es ist nicht bekannt, wer hier als Person angemeldet ist: Melden Sie sich neu an, als Sie selbst.</translation>
    </message>
    <message>
        <source>This plan has expired, or its dates cannot be true. Plan anew: a day later other things may refer to the users.</source>
        <translation>Dieser Plan ist abgelaufen, oder seine Daten können nicht stimmen. Planen Sie neu: Einen Tag später kann anderes auf die Personen verweisen.</translation>
    </message>
    <message>
        <source>This plan has no users or no steps.</source>
        <translation>Dieser Plan hat keine Personen oder keine Schritte.</translation>
    </message>
    <message>
        <source>A second person has to approve this plan: they open the file on their own sign-in and choose Approve….</source>
        <translation>Eine zweite Person muss diesen Plan freigeben: Sie öffnet die Datei mit eigener Anmeldung und wählt „Freigeben…“.</translation>
    </message>
    <message>
        <source>The approval belongs to another plan or organisation: have this one approved.</source>
        <translation>Die Freigabe gehört zu einem anderen Plan oder einer anderen Organisation: Lassen Sie diesen freigeben.</translation>
    </message>
    <message>
        <source>The approval has expired: have the plan approved again.</source>
        <translation>Die Freigabe ist abgelaufen: Lassen Sie den Plan neu freigeben.</translation>
    </message>
    <message>
        <source>The approval must come from a second person: not from whoever made the plan.</source>
        <translation>Die Freigabe muss von einer zweiten Person kommen: nicht von der, die den Plan erstellt hat.</translation>
    </message>
    <message>
        <source>This plan was edited after it was written: its check sum does not match. Plan anew.</source>
        <translation>Dieser Plan wurde nach dem Schreiben bearbeitet: Seine Prüfsumme stimmt nicht. Planen Sie neu.</translation>
    </message>
    <message>
        <source>This plan was written by a newer version of the program. Update, or plan anew.</source>
        <translation>Dieser Plan wurde von einer neueren Version des Programms geschrieben. Aktualisieren Sie oder planen Sie neu.</translation>
    </message>
    <message>
        <source>This file is not a plan.</source>
        <translation>Diese Datei ist kein Plan.</translation>
    </message>
    <message>
        <source>This plan file is damaged or cut off. Get it again from whoever wrote it.</source>
        <translation>Diese Plandatei ist beschädigt oder abgeschnitten. Holen Sie sie neu von der Person, die sie geschrieben hat.</translation>
    </message>
    <message>
        <source>Something in this plan is missing, wrong or not known to this version. Plan anew.</source>
        <translation>Etwas in diesem Plan fehlt, ist falsch oder dieser Version unbekannt. Planen Sie neu.</translation>
    </message>
    <message>
        <source>This file is too large to be a plan.</source>
        <translation>Diese Datei ist zu groß für einen Plan.</translation>
    </message>
    <message>
        <source>For force delete on production</source>
        <translation>Bei erzwungenem Löschen in Produktion</translation>
    </message>
    <message>
        <source>For every force delete</source>
        <translation>Bei jedem erzwungenen Löschen</translation>
    </message>
    <message>
        <source>For every run</source>
        <translation>Bei jedem Lauf</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
</context>
<context>
    <name>ReadingTexts</name>
    <message>
        <source>%1: %2</source>
        <comment>source and status</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Not read yet</source>
        <translation>Noch nicht gelesen</translation>
    </message>
    <message numerus="yes">
        <source>%n live</source>
        <translation>
            <numerusform>%n laufend</numerusform>
            <numerusform>%n laufend</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>at least %n live</source>
        <translation>
            <numerusform>mindestens %n laufend</numerusform>
            <numerusform>mindestens %n laufend</numerusform>
        </translation>
    </message>
    <message>
        <source>live: unknown</source>
        <translation>laufend: unbekannt</translation>
    </message>
    <message numerus="yes">
        <source>%n in after-call work</source>
        <translation>
            <numerusform>%n in Nachbearbeitung</numerusform>
            <numerusform>%n in Nachbearbeitung</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unknown</source>
        <translation>
            <numerusform>%n unbekannt</numerusform>
            <numerusform>%n unbekannt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recent</source>
        <translation>
            <numerusform>%n kürzlich</numerusform>
            <numerusform>%n kürzlich</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>at least %n recent</source>
        <translation>
            <numerusform>mindestens %n kürzlich</numerusform>
            <numerusform>mindestens %n kürzlich</numerusform>
        </translation>
    </message>
    <message>
        <source>recent: unknown</source>
        <translation>kürzlich: unbekannt</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n selected user(s) read</source>
        <translation>
            <numerusform>%1 von %n gewählten Person gelesen</numerusform>
            <numerusform>%1 von %n gewählten Personen gelesen</numerusform>
        </translation>
    </message>
    <message>
        <source>all sources fresh</source>
        <translation>alle Quellen frisch</translation>
    </message>
    <message>
        <source>read %1 ago</source>
        <translation>vor %1 gelesen</translation>
    </message>
    <message>
        <source>%1 — %2</source>
        <comment>counts and how far they can be trusted</comment>
        <translation>%1 – %2</translation>
    </message>
</context>
<context>
    <name>ReferenceEntries</name>
    <message>
        <source>%1: %2</source>
        <comment>label and value</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>unknown: could not be read</source>
        <translation>unbekannt: konnte nicht gelesen werden</translation>
    </message>
    <message>
        <source>customer live</source>
        <translation>Kunde verbunden</translation>
    </message>
    <message>
        <source>proficiency %1 of 5</source>
        <translation>Stufe %1 von 5</translation>
    </message>
    <message>
        <source>name unknown: not in the list of groups</source>
        <translation>Name unbekannt: nicht in der Liste der Gruppen</translation>
    </message>
    <message>
        <source>Callback without a time</source>
        <translation>Rückruf ohne Zeitpunkt</translation>
    </message>
    <message>
        <source>Callback at %1</source>
        <translation>Rückruf am %1</translation>
    </message>
    <message>
        <source>waits for this person only</source>
        <translation>wartet nur auf diese Person</translation>
    </message>
    <message>
        <source>queue</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>due</source>
        <translation>fällig</translation>
    </message>
    <message>
        <source>joined</source>
        <translation>beigetreten</translation>
    </message>
    <message>
        <source>not joined</source>
        <translation>nicht beigetreten</translation>
    </message>
    <message>
        <source>division %1</source>
        <translation>Division %1</translation>
    </message>
    <message>
        <source>inherited from a group</source>
        <translation>von einer Gruppe geerbt</translation>
    </message>
    <message>
        <source>group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>signed in there</source>
        <translation>dort angemeldet</translation>
    </message>
    <message>
        <source>default station</source>
        <translation>Standardstation</translation>
    </message>
    <message>
        <source>used last</source>
        <translation>zuletzt verwendet</translation>
    </message>
    <message>
        <source>own WebRTC phone</source>
        <translation>eigenes WebRTC-Telefon</translation>
    </message>
    <message>
        <source>default line</source>
        <translation>Standardleitung</translation>
    </message>
    <message>
        <source>in force</source>
        <translation>wirksam</translation>
    </message>
    <message>
        <source>switched off</source>
        <translation>ausgeschaltet</translation>
    </message>
    <message>
        <source>no target named</source>
        <translation>kein Ziel genannt</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s)</source>
        <translation>
            <numerusform>%n Nachricht</numerusform>
            <numerusform>%n Nachrichten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n ungelesen</numerusform>
            <numerusform>%n ungelesen</numerusform>
        </translation>
    </message>
    <message>
        <source>oldest unread</source>
        <translation>älteste ungelesene</translation>
    </message>
    <message>
        <source>kept by SCIM provisioning</source>
        <translation>durch SCIM-Bereitstellung verwaltet</translation>
    </message>
    <message>
        <source>goes on working without the person</source>
        <translation>arbeitet ohne die Person weiter</translation>
    </message>
    <message>
        <source>since</source>
        <translation>seit</translation>
    </message>
    <message>
        <source>on</source>
        <translation>ein</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>without an end</source>
        <translation>ohne Ende</translation>
    </message>
    <message>
        <source>from</source>
        <translation>von</translation>
    </message>
    <message>
        <source>until</source>
        <translation>bis</translation>
    </message>
    <message>
        <source>last issued %1</source>
        <translation>zuletzt ausgestellt %1</translation>
    </message>
    <message>
        <source>none named</source>
        <translation>kein Zeitpunkt genannt</translation>
    </message>
    <message>
        <source>the server does not say which are still valid</source>
        <translation>der Server sagt nicht, welche noch gültig sind</translation>
    </message>
    <message numerus="yes">
        <source>%1, of which %n ended</source>
        <translation>
            <numerusform>%1, davon %n beendet</numerusform>
            <numerusform>%1, davon %n beendet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReportTexts</name>
    <message>
        <source>it is an export of the signed-in account</source>
        <translation>es ist ein Export des angemeldeten Kontos</translation>
    </message>
    <message>
        <source>ask the owner</source>
        <translation>den Besitzer fragen</translation>
    </message>
    <message>
        <source>ask an administrator, because the owner leaves</source>
        <translation>die Verwaltung fragen, weil der Besitzer ausscheidet</translation>
    </message>
    <message>
        <source>ask %1</source>
        <translation>%1 fragen</translation>
    </message>
    <message>
        <source>Take the user out of this filter</source>
        <translation>Die Person aus diesem Filter nehmen</translation>
    </message>
    <message>
        <source>Take the user out of the conditions, or delete the rule</source>
        <translation>Die Person aus den Bedingungen nehmen oder die Regel löschen</translation>
    </message>
    <message>
        <source>Take the user out of the recipients</source>
        <translation>Die Person aus den Empfängern nehmen</translation>
    </message>
    <message>
        <source>Take %1 out of the recipients</source>
        <translation>%1 aus den Empfängern nehmen</translation>
    </message>
    <message>
        <source>End sharing with the user</source>
        <translation>Das Teilen mit der Person beenden</translation>
    </message>
    <message>
        <source>Copy it to somebody who stays, then remove it</source>
        <translation>Für jemanden kopieren, der bleibt, dann entfernen</translation>
    </message>
    <message>
        <source>Set the user state to Active (now %1)</source>
        <translation>Zustand der Personen auf „Aktiv“ setzen (jetzt %1)</translation>
    </message>
    <message>
        <source>Set the user state to Active (now not set)</source>
        <translation>Zustand der Personen auf „Aktiv“ setzen (jetzt nicht gesetzt)</translation>
    </message>
    <message>
        <source>Names the user</source>
        <translation>Nennt die Person</translation>
    </message>
    <message>
        <source>Watches the user</source>
        <translation>Beobachtet die Person</translation>
    </message>
    <message>
        <source>Is sent to the user</source>
        <translation>Wird an die Person gesendet</translation>
    </message>
    <message>
        <source>Is shared with the user</source>
        <translation>Ist mit der Person geteilt</translation>
    </message>
    <message>
        <source>Belongs to the user</source>
        <translation>Gehört der Person</translation>
    </message>
    <message>
        <source>Shows inactive users</source>
        <translation>Zeigt inaktive Personen</translation>
    </message>
    <message>
        <source>Does not exclude inactive users</source>
        <translation>Schließt inaktive Personen nicht aus</translation>
    </message>
    <message>
        <source>Report export</source>
        <translation>Berichtsexport</translation>
    </message>
    <message>
        <source>Dashboard</source>
        <translation>Dashboard</translation>
    </message>
    <message>
        <source>Alert rule</source>
        <translation>Alarmregel</translation>
    </message>
    <message>
        <source>Up to date</source>
        <translation>Aktuell</translation>
    </message>
    <message>
        <source>Still behind</source>
        <translation>Noch im Rückstand</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>Noch nicht</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen…</translation>
    </message>
    <message>
        <source>The search index knows the present state of %1.</source>
        <translation>Der Suchindex kennt den jetzigen Zustand von %1.</translation>
    </message>
    <message>
        <source>The search index still has an older state of %1. Lists and reports that use it are late; check again in a few minutes.</source>
        <translation>Der Suchindex hat noch einen älteren Zustand von %1. Listen und Berichte, die ihn verwenden, sind im Rückstand; prüfen Sie in einigen Minuten erneut.</translation>
    </message>
    <message>
        <source>The search index has an older state of %1. It is asked again until it agrees.</source>
        <translation>Der Suchindex hat einen älteren Zustand von %1. Er wird wieder gefragt, bis er übereinstimmt.</translation>
    </message>
    <message>
        <source>Whether the search index has caught up with %1 is not known. %2</source>
        <translation>Ob der Suchindex bei %1 aufgeholt hat, ist nicht bekannt. %2</translation>
    </message>
    <message>
        <source>The state of %1 is being read.</source>
        <translation>Der Zustand von %1 wird gelesen.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what to change: whom to ask</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Widget “%1”: %2</source>
        <translation>Widget „%1“: %2</translation>
    </message>
    <message>
        <source>Cannot be listed</source>
        <translation>Kann nicht aufgelistet werden</translation>
    </message>
    <message>
        <source>Is not shown to this account</source>
        <translation>Wird diesem Konto nicht gezeigt</translation>
    </message>
    <message>
        <source>Could not be read</source>
        <translation>Konnte nicht gelesen werden</translation>
    </message>
    <message>
        <source>Only exports of the signed-in account can be listed: ask other people to look through theirs</source>
        <translation>Nur Exporte des angemeldeten Kontos lassen sich auflisten: Bitten Sie andere, ihre eigenen durchzusehen</translation>
    </message>
    <message numerus="yes">
        <source>%n dashboard(s) of this owner are private: ask for the permission to see them, or ask the owner</source>
        <translation>
            <numerusform>%n Dashboard dieses Besitzers ist privat: Bitten Sie um die Berechtigung, es zu sehen, oder fragen Sie den Besitzer</numerusform>
            <numerusform>%n Dashboards dieses Besitzers sind privat: Bitten Sie um die Berechtigung, sie zu sehen, oder fragen Sie den Besitzer</numerusform>
        </translation>
    </message>
    <message>
        <source>Look at it in the administration pages of the organisation</source>
        <translation>Sehen Sie es in den Verwaltungsseiten der Organisation an</translation>
    </message>
</context>
<context>
    <name>RunPace</name>
    <message>
        <source>nearly done</source>
        <translation>fast fertig</translation>
    </message>
    <message>
        <source>about %1 s</source>
        <translation>etwa %1 s</translation>
    </message>
    <message>
        <source>about %1 min</source>
        <translation>etwa %1 min</translation>
    </message>
    <message>
        <source>about %1 h %2 min</source>
        <translation>etwa %1 h %2 min</translation>
    </message>
</context>
<context>
    <name>SourceTexts</name>
    <message>
        <source>Agent status</source>
        <translation>Agentenstatus</translation>
    </message>
    <message>
        <source>Open conversations</source>
        <translation>Offene Konversationen</translation>
    </message>
    <message>
        <source>Recent conversations</source>
        <translation>Kürzliche Konversationen</translation>
    </message>
    <message>
        <source>Live read of each conversation</source>
        <translation>Jede Konversation direkt gelesen</translation>
    </message>
    <message>
        <source>The server&apos;s own count</source>
        <translation>Zählung des Servers</translation>
    </message>
    <message>
        <source>Scheduled callbacks</source>
        <translation>Geplante Rückrufe</translation>
    </message>
    <message>
        <source>Work items</source>
        <translation>Arbeitselemente</translation>
    </message>
    <message>
        <source>Queues</source>
        <translation>Warteschlangen</translation>
    </message>
    <message>
        <source>Skills</source>
        <translation>Skills</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Sprachen</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Gruppen</translation>
    </message>
    <message>
        <source>Owned groups</source>
        <translation>Gruppen im Besitz</translation>
    </message>
    <message>
        <source>Roles and divisions</source>
        <translation>Rollen und Divisionen</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>Station</translation>
    </message>
    <message>
        <source>Phones</source>
        <translation>Telefone</translation>
    </message>
    <message>
        <source>Call forwarding</source>
        <translation>Rufweiterleitung</translation>
    </message>
    <message>
        <source>Presence</source>
        <translation>Präsenz</translation>
    </message>
    <message>
        <source>Routing status</source>
        <translation>Routing-Status</translation>
    </message>
    <message>
        <source>Out of office</source>
        <translation>Außer Haus</translation>
    </message>
    <message>
        <source>Sign-ins and tokens</source>
        <translation>Anmeldungen und Token</translation>
    </message>
    <message>
        <source>Direct reports</source>
        <translation>Direkt Unterstellte</translation>
    </message>
    <message>
        <source>Voicemail</source>
        <translation>Voicemail</translation>
    </message>
    <message>
        <source>External ids</source>
        <translation>Externe IDs</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>Lizenzen</translation>
    </message>
    <message>
        <source>OAuth clients</source>
        <translation>OAuth-Clients</translation>
    </message>
    <message>
        <source>Report exports</source>
        <translation>Berichtsexporte</translation>
    </message>
    <message>
        <source>Dashboards</source>
        <translation>Dashboards</translation>
    </message>
    <message>
        <source>Private dashboards</source>
        <translation>Private Dashboards</translation>
    </message>
    <message>
        <source>Alert rules</source>
        <translation>Alarmregeln</translation>
    </message>
</context>
<context>
    <name>TimelineStateTexts</name>
    <message>
        <source>Ringing</source>
        <translation>Klingelt</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Verbunden</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>Gehalten</translation>
    </message>
    <message>
        <source>After-call work</source>
        <translation>Nachbearbeitung</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
</context>
<context>
    <name>TimelineTexts</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 T %2 h</translation>
    </message>
</context>
<context>
    <name>UndoTexts</name>
    <message>
        <source>Being active</source>
        <translation>Aktiver Zustand</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Rollen</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Gruppen</translation>
    </message>
    <message>
        <source>Queues</source>
        <translation>Warteschlangen</translation>
    </message>
    <message>
        <source>Skills</source>
        <translation>Skills</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Sprachen</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Default phone</source>
        <translation>Standardtelefon</translation>
    </message>
    <message>
        <source>Manager</source>
        <translation>Vorgesetzte Person</translation>
    </message>
    <message>
        <source>Call forwarding</source>
        <translation>Rufweiterleitung</translation>
    </message>
    <message>
        <source>Division</source>
        <translation>Division</translation>
    </message>
    <message>
        <source>Presence and routing status</source>
        <translation>Präsenz und Routing-Status</translation>
    </message>
    <message>
        <source>Being signed in</source>
        <translation>Laufende Anmeldung</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Konversation</translation>
    </message>
    <message>
        <source>Nobody knows what was there: nothing was kept before the run</source>
        <translation>Niemand weiß, was da war: Vor dem Lauf wurde nichts festgehalten</translation>
    </message>
    <message>
        <source>It could not be read before the run, so nobody knows what was there</source>
        <translation>Es konnte vor dem Lauf nicht gelesen werden, daher weiß niemand, was da war</translation>
    </message>
    <message>
        <source>A deleted user comes back as an active one, and this one was not active</source>
        <translation>Wer gelöscht ist, kommt als aktive Person zurück, und diese war nicht aktiv</translation>
    </message>
    <message>
        <source>It is inherited: it comes back with its group, or not at all</source>
        <translation>Es ist geerbt: Es kommt mit seiner Gruppe zurück oder gar nicht</translation>
    </message>
    <message>
        <source>It does not exist any more</source>
        <translation>Es existiert nicht mehr</translation>
    </message>
    <message>
        <source>Sessions ended for good: whoever is active signs in again</source>
        <translation>Sitzungen sind endgültig beendet: Wer aktiv ist, meldet sich neu an</translation>
    </message>
    <message>
        <source>Nobody can be put back into a conversation</source>
        <translation>Niemand kann in eine Konversation zurückgeholt werden</translation>
    </message>
    <message>
        <source>People set this themselves</source>
        <translation>Das stellt jede Person selbst ein</translation>
    </message>
    <message>
        <source>This program does not do it: put it back by hand</source>
        <translation>Dieses Programm tut es nicht: von Hand wiederherstellen</translation>
    </message>
</context>
<context>
    <name>offboarding::ui::AccountDialog</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>Also &amp;remove the client secret from the keychain</source>
        <translation>Auch das Client-Geheimnis aus dem Schlüsselbund ent&amp;fernen</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Signed in as</source>
        <translation>Angemeldet als</translation>
    </message>
    <message>
        <source>User ID</source>
        <translation>Benutzer-ID</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Organisation ID</source>
        <translation>Organisations-ID</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>Anmeldung</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>Gültig bis</translation>
    </message>
    <message>
        <source>not known: you are asked when it ends</source>
        <translation>nicht bekannt: Sie werden gefragt, wenn sie endet</translation>
    </message>
    <message>
        <source>%1, renewed by itself before</source>
        <translation>%1, wird vorher von selbst erneuert</translation>
    </message>
    <message>
        <source>%1, then you sign in again</source>
        <translation>%1, dann melden Sie sich neu an</translation>
    </message>
    <message numerus="yes">
        <source>%n permission(s)</source>
        <translation>
            <numerusform>%n Berechtigung</numerusform>
            <numerusform>%n Berechtigungen</numerusform>
        </translation>
    </message>
    <message>
        <source>The server did not tell what this account may do. An act that is not permitted will be refused with the permission&apos;s name.</source>
        <translation>Der Server hat nicht gesagt, was dieses Konto darf. Ein unerlaubter Vorgang wird mit dem Namen der Berechtigung abgelehnt.</translation>
    </message>
    <message>
        <source>Search permissions</source>
        <translation>Berechtigungen suchen</translation>
    </message>
    <message>
        <source>Permissions</source>
        <translation>Berechtigungen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>&amp;Copy required permissions…</source>
        <translation>Nötige Berechtigungen &amp;kopieren…</translation>
    </message>
    <message>
        <source>Sign in &amp;again…</source>
        <translation>&amp;Neu anmelden…</translation>
    </message>
    <message>
        <source>Sign &amp;out</source>
        <translation>&amp;Abmelden</translation>
    </message>
    <message>
        <source>Takes the token back at the server and forgets it here</source>
        <translation>Nimmt das Token am Server zurück und vergisst es hier</translation>
    </message>
</context>
<context>
    <name>offboarding::ui::ActDialog</name>
    <message>
        <source>Read aga&amp;in</source>
        <translation>&amp;Neu lesen</translation>
    </message>
    <message>
        <source>Reading the preview</source>
        <translation>Die Vorschau wird gelesen</translation>
    </message>
    <message>
        <source>Re&amp;quests</source>
        <translation>An&amp;fragen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Reading user %1 of %2</source>
        <translation>Lese Person %1 von %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 could not be read: %2</source>
        <translation>%1 konnte nicht gelesen werden: %2</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more warning(s)</source>
        <translation>
            <numerusform>… und %n weitere Warnung</numerusform>
            <numerusform>… und %n weitere Warnungen</numerusform>
        </translation>
    </message>
    <message>
        <source>The preview is being read.</source>
        <translation>Die Vorschau wird gelesen.</translation>
    </message>
    <message>
        <source>The data changed since the preview: read again.</source>
        <translation>Die Daten haben sich seit der Vorschau geändert: neu lesen.</translation>
    </message>
    <message>
        <source>The preview is older than two minutes: read again.</source>
        <translation>Die Vorschau ist älter als zwei Minuten: neu lesen.</translation>
    </message>
    <message>
        <source>No user could be read: read again.</source>
        <translation>Niemand konnte gelesen werden: neu lesen.</translation>
    </message>
    <message>
        <source>The data changed since it was read.</source>
        <translation>Die Daten haben sich seit dem Lesen geändert.</translation>
    </message>
    <message>
        <source>Read %1 ago: too old to act on.</source>
        <translation>Vor %1 gelesen: zu alt, um zu handeln.</translation>
    </message>
    <message>
        <source>Read %1 ago, good for another %2:%3.</source>
        <translation>Vor %1 gelesen, gilt noch %2:%3.</translation>
    </message>
    <message>
        <source>Not possible yet: %1</source>
        <translation>Noch nicht möglich: %1</translation>
    </message>
    <message>
        <source>The connection is read-only: close this, unlock it, and start again.</source>
        <translation>Die Verbindung ist nur zum Lesen: Schließen Sie dies, entsperren Sie sie und beginnen Sie neu.</translation>
    </message>
    <message>
        <source>&amp;Save plan…</source>
        <translation>Plan &amp;speichern…</translation>
    </message>
    <message>
        <source>A second person has to approve this: choose Save plan…, let them open it with Open plan… and approve it, then open it here and run it.</source>
        <translation>Eine zweite Person muss dies freigeben: Wählen Sie „Plan speichern…“, lassen Sie sie den Plan mit „Plan öffnen…“ öffnen und freigeben, öffnen Sie ihn dann hier und führen Sie ihn aus.</translation>
    </message>
    <message>
        <source>As a file that is good for a day: to look at, to compare, to have approved, and to run exactly so</source>
        <translation>Als Datei, die einen Tag gilt: zum Ansehen, Vergleichen, Freigebenlassen und genau so Ausführen</translation>
    </message>
    <message>
        <source>Opti&amp;onal steps</source>
        <translation>Wa&amp;hlschritte</translation>
    </message>
</context>
<context>
    <name>offboarding::ui::Actions</name>
    <message>
        <source>Refresh</source>
        <translation>Aktualisieren</translation>
    </message>
    <message>
        <source>Deactivate…</source>
        <translation>Deaktivieren…</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Löschen…</translation>
    </message>
    <message>
        <source>Force delete…</source>
        <translation>Löschen erzwingen…</translation>
    </message>
    <message>
        <source>Clear references…</source>
        <translation>Verweise bereinigen…</translation>
    </message>
    <message>
        <source>Restore…</source>
        <translation>Wiederherstellen…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Users as shown</source>
        <translation>Personen wie angezeigt</translation>
    </message>
    <message>
        <source>References of the selected users</source>
        <translation>Verweise der gewählten Personen</translation>
    </message>
    <message>
        <source>Result of the last run</source>
        <translation>Ergebnis des letzten Laufs</translation>
    </message>
    <message>
        <source>Search users</source>
        <translation>Personen suchen</translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation>Befehlspalette</translation>
    </message>
    <message>
        <source>Read all users again</source>
        <translation>Alle Personen neu lesen</translation>
    </message>
    <message>
        <source>Write users, references or a result to a file</source>
        <translation>Personen, Verweise oder ein Ergebnis in eine Datei schreiben</translation>
    </message>
    <message>
        <source>Search name, e-mail, department, title or ID</source>
        <translation>Name, E-Mail, Abteilung, Titel oder ID suchen</translation>
    </message>
    <message>
        <source>Find a command by a few letters of its name</source>
        <translation>Einen Befehl an ein paar Buchstaben seines Namens finden</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Select a user first</source>
        <translation>Zuerst eine Person wählen</translation>
    </message>
    <message>
        <source>Remove access and keep history: the recommended way to take somebody out</source>
        <translation>Zugang entziehen und Verlauf bewahren: der empfohlene Weg</translation>
    </message>
    <message>
        <source>No active user is selected</source>
        <translation>Es ist keine aktive Person gewählt</translation>
    </message>
    <message>
        <source>One user at a time: select exactly one</source>
        <translation>Eine Person auf einmal: genau eine wählen</translation>
    </message>
    <message>
        <source>This user is already deleted</source>
        <translation>Diese Person ist bereits gelöscht</translation>
    </message>
    <message>
        <source>Delete; the server refuses while interactions still refer to the user</source>
        <translation>Löschen; der Server lehnt ab, solange Interaktionen auf die Person verweisen</translation>
    </message>
    <message>
        <source>Delete although old interactions refer to the user, behind gates that are checked</source>
        <translation>Löschen, obwohl alte Interaktionen auf die Person verweisen, hinter geprüften Schranken</translation>
    </message>
    <message>
        <source>Take the selected users out of their conversations</source>
        <translation>Die gewählten Personen aus ihren Konversationen nehmen</translation>
    </message>
    <message>
        <source>Make the selected users active again</source>
        <translation>Die gewählten Personen wieder aktiv machen</translation>
    </message>
    <message>
        <source>No inactive or deleted user is selected</source>
        <translation>Es ist keine inaktive oder gelöschte Person gewählt</translation>
    </message>
    <message>
        <source>The table as shown: its columns, and the selected users or all</source>
        <translation>Die Tabelle wie angezeigt: ihre Spalten und die gewählten oder alle Personen</translation>
    </message>
    <message>
        <source>The table shows no user</source>
        <translation>Die Tabelle zeigt niemanden</translation>
    </message>
    <message>
        <source>The conversations that refer to the selected users</source>
        <translation>Die Konversationen, die auf die gewählten Personen verweisen</translation>
    </message>
    <message>
        <source>Each step of the last run with its outcome</source>
        <translation>Jeder Schritt des letzten Laufs mit seinem Ausgang</translation>
    </message>
    <message>
        <source>Nothing was done yet</source>
        <translation>Es wurde noch nichts getan</translation>
    </message>
    <message>
        <source>Manage connections…</source>
        <translation>Verbindungen verwalten…</translation>
    </message>
    <message>
        <source>Account…</source>
        <translation>Konto…</translation>
    </message>
    <message>
        <source>Sign in again…</source>
        <translation>Neu anmelden…</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Abmelden</translation>
    </message>
    <message>
        <source>Unlock…</source>
        <translation>Entsperren…</translation>
    </message>
    <message>
        <source>Lock now</source>
        <translation>Jetzt sperren</translation>
    </message>
    <message>
        <source>Copy required permissions…</source>
        <translation>Nötige Berechtigungen kopieren…</translation>
    </message>
    <message>
        <source>Add, change, remove, import or export connections</source>
        <translation>Verbindungen hinzufügen, ändern, entfernen, importieren oder exportieren</translation>
    </message>
    <message>
        <source>Who is signed in, in which organisation, and what this account may do</source>
        <translation>Wer angemeldet ist, in welcher Organisation, und was dieses Konto darf</translation>
    </message>
    <message>
        <source>Get a new token, for instance before the one in use ends</source>
        <translation>Ein neues Token holen, zum Beispiel bevor das jetzige endet</translation>
    </message>
    <message>
        <source>Take the token back at the server and forget it here</source>
        <translation>Das Token am Server zurücknehmen und hier vergessen</translation>
    </message>
    <message>
        <source>The least permissions for the acts that you choose, for an administrator</source>
        <translation>Die geringsten Berechtigungen für die gewählten Vorgänge, für die Verwaltung</translation>
    </message>
    <message>
        <source>This production organisation is read-only: unlock it first</source>
        <translation>Diese Produktivorganisation ist nur zum Lesen: zuerst entsperren</translation>
    </message>
    <message>
        <source>Only production organisations are locked</source>
        <translation>Nur Produktivorganisationen sind gesperrt</translation>
    </message>
    <message>
        <source>Allow changes in this production organisation for a while</source>
        <translation>Änderungen in dieser Produktivorganisation für eine Weile erlauben</translation>
    </message>
    <message>
        <source>It is unlocked already</source>
        <translation>Sie ist bereits entsperrt</translation>
    </message>
    <message>
        <source>It is read-only already</source>
        <translation>Sie ist bereits nur zum Lesen</translation>
    </message>
    <message>
        <source>Back to read-only at once</source>
        <translation>Sofort zurück zu nur lesen</translation>
    </message>
    <message>
        <source>Planned deletions…</source>
        <translation>Geplante Löschungen…</translation>
    </message>
    <message>
        <source>Open plan…</source>
        <translation>Plan öffnen…</translation>
    </message>
    <message>
        <source>Report check…</source>
        <translation>Berichtsprüfung…</translation>
    </message>
    <message>
        <source>Who is to be deleted later: what is due, cancel it, or decide</source>
        <translation>Wer später gelöscht werden soll: was fällig ist, absagen oder entscheiden</translation>
    </message>
    <message>
        <source>Look at a plan from a file, approve it, or run exactly it</source>
        <translation>Einen Plan aus einer Datei ansehen, freigeben oder genau so ausführen</translation>
    </message>
    <message>
        <source>Why reports may still show the selected users; nothing is changed</source>
        <translation>Warum Berichte die gewählten Personen noch zeigen können; es wird nichts geändert</translation>
    </message>
    <message>
        <source>Undo run…</source>
        <translation>Lauf rückgängig machen…</translation>
    </message>
    <message>
        <source>Import leavers…</source>
        <translation>Ausscheidende importieren…</translation>
    </message>
    <message>
        <source>Read a list of leavers, and check each row before anything is done</source>
        <translation>Eine Liste der Ausscheidenden lesen und jede Zeile prüfen, bevor etwas getan wird</translation>
    </message>
    <message>
        <source>What the run changed: see what can be put back, and put it back</source>
        <translation>Was der Lauf geändert hat: sehen, was sich wiederherstellen lässt, und es wiederherstellen</translation>
    </message>
    <message>
        <source>Choose the journal of an earlier run: see what can be put back, and put it back</source>
        <translation>Das Journal eines früheren Laufs wählen: sehen, was sich wiederherstellen lässt, und es wiederherstellen</translation>
    </message>
</context>
<context>
    <name>offboarding::ui::ActivityModel</name>
    <message>
        <source>done and read back at %1</source>
        <translation>erledigt und zurückgelesen um %1</translation>
    </message>
    <message numerus="yes">
        <source>not all done: %n step(s) failed</source>
        <translation>
            <numerusform>nicht alles erledigt: %n Schritt fehlgeschlagen</numerusform>
            <numerusform>nicht alles erledigt: %n Schritte fehlgeschlagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n skipped</source>
        <translation>
            <numerusform>%n übersprungen</numerusform>
            <numerusform>%n übersprungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n user(s)</source>
        <translation>
            <numerusform>%n Person</numerusform>
            <numerusform>%n Personen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 steps</source>
        <translation>%1 von %2 Schritten</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>Act</source>
        <translation>Vorgang</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Elapsed</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>what is on its way is awaited, and what was done stays done</source>
        <translation>was unterwegs ist, wird abgewartet, und was erledigt ist, bleibt erledigt</translation>
    </message>
    <message>
        <source>done %1, kept %2, skipped %3, failed %4, waiting %5</source>
        <translation>erledigt %1, belassen %2, übersprungen %3, fehlgeschlagen %4, wartend %5</translation>
    </message>
    <message>
        <source>Remaining</source>
        <translation>Restzeit</translation>
    </message>
    <message>
        <source>not known yet</source>
        <translation>noch unklar</translation>
    </message>
</context>
<context>
    <name>offboarding::ui::ActivityPane</name>
    <message>
        <source>Activity</source>
        <translation>Aktivität</translation>
    </message>
    <message>
        <source>HTTP log</source>
        <translation>HTTP-Protokoll</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Show result</source>
        <translation>Ergebnis zeigen</translation>
    </message>
    <message>
        <source>Nothing was done yet</source>
        <translation>Es wurde noch nichts getan</translation>
    </message>
    <message>
        <source>Each act appears here with its progress, and its result stays.</source>
        <translation>Jeder Vorgang erscheint hier mit seinem Fortschritt, und sein Ergebnis bleibt.</translation>
    </message>
    <message>
        <source>Copy rows</source>
        <translation>Zeilen kopieren</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Stops before the next step. A request that is on its way cannot be called back: it is awaited and recorded. What was done stays done.</source>
        <translation>Hält vor dem nächsten Schritt an. Eine Anfrage, die unterwegs ist, lässt sich nicht zurückrufen: Sie wird abgewartet und festgehalten. Was erledigt ist, bleibt erledigt.</translation>
    </message>
    <message>
        <source>Retry failed…</source>
        <translation>Fehlgeschlagene erneut versuchen…</translation>
    </message>
    <message>
        <source>Plan the act anew for the users who are not finished</source>
        <translation>Den Vorgang für die Personen neu planen, die nicht fertig sind</translation>
    </message>
</context>
<context>
    <name>offboarding::ui::Banner</name>
    <message>
        <source>Organisation</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>The server cannot be reached</source>
        <translation>Der Server ist nicht erreichbar</translation>
    </message>
    <message>
        <source>Who is signed in, in which organisation, and what this account may do</source>
        <translation>Wer angemeldet ist, in welcher Organisation, und was dieses Konto darf</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>signed in as %1</source>
        <translation>angemeldet als %1</translation>
    </message>
    <message>
        <source>Unlock…</source>
        <translation>Entsperren…</translation>
    </message>
    <message>
        <source>Lock now</source>
        <translation>Jetzt sperren</translation>
    </message>
    <message>
        <source>A production organisation starts read-only. Unlock it to change something.</source>
        <translation>Eine Produktivorganisation beginnt nur zum Lesen. Entsperren Sie sie, um etwas zu ändern.</translation>
    </message>
    <message>
        <source>Back to read-only at once</source>
        <translation>Sofort zurück zu nur lesen</translation>
    </message>
    <message>
        <source>Sign in again…</source>
        <translation>Neu anmelden…</translation>
    </message>
    <message>
        <source>Read-only</source>
        <translation>Nur lesen</translation>
    </message>
    <message>
        <source>Unlocked until the run ends</source>
        <translation>Entsperrt, bis der Lauf endet</translation>
    </message>
    <message>
        <source>Unlocked, %1:%2 left</source>
        <translation>Entsperrt, noch %1:%2</translation>
    </message>
</context>
<context>
    <name>offboarding::ui::BlockerList</name>
    <message>
        <source>Read again: %1</source>
        <translation>Neu lesen: %1</translation>
    </message>
    <message>
        <source>Clear references…: hand to a queue</source>
        <translation>Verweise bereinigen…: an eine Warteschlange übergeben</translation>
    </message>
    <message>
        <source>Clear references…: hand to queue %1</source>
        <translation>Verweise bereinigen…: an Warteschlange %1 übergeben</translation>
    </message>
    <message>
        <source>Clear references…: disconnect</source>
        <translation>Verweise bereinigen…: trennen</translation>
    </message>
    <message>
        <source>Clear references…: remove the participant</source>
        <translation>Verweise bereinigen…: Teilnehmer entfernen</translation>
    </message>
    <message>
        <source>Ended: cannot be changed here; deactivate instead</source>
        <translation>Beendet: kann hier nicht geändert werden; stattdessen deaktivieren</translation>
    </message>
    <message>
        <source>Wait until the customer&apos;s conversation ends</source>
        <translation>Warten, bis die Konversation des Kunden endet</translation>
    </message>
    <message>
        <source>Wait until it ends</source>
        <translation>Warten, bis sie endet</translation>
    </message>
    <message>
        <source>Conversations in the way</source>
        <translation>Konversationen im Weg</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Konversation</translation>
    </message>
    <message>
        <source>Media</source>
        <translation>Medium</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>Next action</source>
        <translation>Nächster Schritt</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Verbunden</translation>
    </message>
    <message>
        <source>Not live</source>
        <translation>Nicht verbunden</translation>
    </message>
    <message>
        <source>Named by the server</source>
        <translation>Vom Server genannt</translation>
    </message>
    <message>
        <source>Clear references…: read it</source>
        <translation>Verweise bereinigen…: sie lesen</translation>
    </message>
    <message>
        <source>Have the permission granted: %1</source>
        <translation>Die Berechtigung erteilen lassen: %1</translation>
    </message>
    <message>
        <source>Sign in again: %1</source>
        <translation>Neu anmelden: %1</translation>
    </message>
</context>
<context>
    <name>offboarding::ui::ClearReferencesDialog</name>
    <message>
        <source>Clear references</source>
        <translation>Verweise bereinigen</translation>
    </message>
    <message>
        <source>Set &amp;all to</source>
        <translation>&amp;Alle setzen auf</translation>
    </message>
    <message>
        <source>&amp;Queue for all</source>
        <translation>&amp;Warteschlange für alle</translation>
    </message>
    <message>
        <source>Set all actions</source>
        <translation>Alle Aktionen setzen</translation>
    </message>
    <message>
        <source>Choose an action</source>
        <translation>Aktion wählen</translation>
    </message>
    <message>
        <source>Queue for all</source>
        <translation>Warteschlange für alle</translation>
    </message>
    <message>
        <source>Choose a queue</source>
        <translation>Warteschlange wählen</translation>
    </message>
    <message>
        <source>&amp;Conversations</source>
        <translation>&amp;Konversationen</translation>
    </message>
    <message numerus="yes">
        <source>Reading the conversations of %n user(s) …</source>
        <translation>
            <numerusform>Lese die Konversationen von %n Person …</numerusform>
            <numerusform>Lese die Konversationen von %n Personen …</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n user(s)</source>
        <translation>
            <numerusform>%n Person</numerusform>
            <numerusform>%n Personen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take %1 out of %n conversation(s) in %2?</source>
        <translation>
            <numerusform>%1 aus %n Konversation in %2 nehmen?</numerusform>
            <numerusform>%1 aus %n Konversationen in %2 nehmen?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) will be handed to a queue.</source>
        <translation>
            <numerusform>%n Konversation wird an eine Warteschlange übergeben.</numerusform>
            <numerusform>%n Konversationen werden an eine Warteschlange übergeben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n live customer(s) will be cut off.</source>
        <translation>
            <numerusform>%n Kundenverbindung wird getrennt.</numerusform>
            <numerusform>%n Kundenverbindungen werden getrennt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Clear %n reference(s)</source>
        <translation>
            <numerusform>%n Verweis bereinigen</numerusform>
            <numerusform>%n Verweise bereinigen</numerusform>
        </translation>
    </message>
    <message>
        <source>No conversation stands in the way.</source>
        <translation>Keine Konversation steht im Weg.</translation>
    </message>
    <message>
        <source>The references could not be read completely: read again.</source>
        <translation>Die Verweise konnten nicht vollständig gelesen werden: neu lesen.</translation>
    </message>
    <message>
        <source>Every conversation is left as it is: choose an action.</source>
        <translation>Jede Konversation bleibt, wie sie ist: Aktion wählen.</translation>
    </message>
    <message>
        <source>Each conversation is read again right before it is changed and read back after it. Handing over keeps the customer; disconnecting and removing end the user&apos;s part; disconnecting everybody ends it for all, the customer included. A conversation whose state is not known is left alone.</source>
        <translation>Jede Konversation wird direkt vor der Änderung noch einmal gelesen und danach zurückgelesen. Übergeben behält den Kunden; Trennen und Entfernen beenden den Anteil der Person; alle zu trennen beendet sie für alle, auch für den Kunden. Eine Konversation mit unbekanntem Zustand bleibt unberührt.</translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) will be disconnected for everybody.</source>
        <translation>
            <numerusform>%n Konversation wird für alle getrennt.</numerusform>
            <numerusform>%n Konversationen werden für alle getrennt.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>offboarding::ui::ClearingTable</name>
    <message>
        <source>Conversations to clear</source>
        <translation>Zu bereinigende Konversationen</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Konversation</translation>
    </message>
    <message>
        <source>Media</source>
        <translation>Medium</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>To queue</source>
        <translation>An Warteschlange</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Choose a queue</source>
        <translation>Warteschlange wählen</translation>
    </message>
    <message>
        <source>Cut off</source>
        <translation>Trennen</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Verbunden</translation>
    </message>
    <message>
        <source>Not live</source>
        <translation>Nicht verbunden</translation>
    </message>
    <message>
        <source>Action for %1</source>
        <translation>Aktion für %1</translation>
    </message>
    <message>
        <source>Queue for %1</source>
        <translation>Warteschlange für %1</translation>
    </message>
    <message>
        <source>Cut off the live customer of %1</source>
        <translation>Den verbundenen Kunden von %1 trennen</translation>
    </message>
    <message>
        <source>A customer is live: hand over, or tick to cut them off</source>
        <translation>Ein Kunde ist verbunden: übergeben, oder zum Trennen ankreuzen</translation>
    </message>
    <message>
        <source>Could not be read: %1</source>
        <translation>Konnte nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>Ended; stays in the history</source>
        <translation>Beendet; bleibt im Verlauf</translation>
    </message>
    <message>
        <source>Stands in the way: choose an action</source>
        <translation>Steht im Weg: Aktion wählen</translation>
    </message>
    <message>
        <source>Stands in the way: wait until it ends, or choose an action</source>
        <translation>Steht im Weg: warten, bis sie endet, oder Aktion wählen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Drops everybody in it: tick to disconnect the whole conversation</source>
        <translation>Trennt alle darin: ankreuzen, um die ganze Konversation zu trennen</translation>
    </message>
    <message>
        <source>Drop everybody</source>
        <translation>Alle trennen</translation>
    </message>
    <message>
        <source>Disconnect everybody in %1</source>
        <translation>Alle in %1 trennen</translation>
    </message>
</context>
<context>
    <name>offboarding::ui::CommandPalette</name>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Type what you want to do</source>
        <translation>Schreiben Sie, was Sie tun wollen</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
</context>
<context>
    <name>offboarding::ui::ConnectionDialog</name>
    <message>
        <source>Client secret</source>
        <translation>Client-Geheimnis</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source> minutes</source>
        <translation> Minuten</translation>
    </message>
    <message>
        <source>Choose &amp;file…</source>
        <translation>&amp;Datei wählen…</translation>
    </message>
    <message>
        <source>Proxy password</source>
        <translation>Proxy-Kennwort</translation>
    </message>
    <message>
        <source>New connection</source>
        <translation>Neue Verbindung</translation>
    </message>
    <message>
        <source>Edit connection</source>
        <translation>Verbindung bearbeiten</translation>
    </message>
    <message>
        <source>Ser&amp;ver</source>
        <translation>Ser&amp;ver</translation>
    </message>
    <message>
        <source>Sign-&amp;in</source>
        <translation>&amp;Anmeldung</translation>
    </message>
    <message>
        <source>Sa&amp;fety</source>
        <translation>&amp;Sicherheit</translation>
    </message>
    <message>
        <source>Net&amp;work</source>
        <translation>Net&amp;zwerk</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>&amp;Environment</source>
        <translation>&amp;Umgebung</translation>
    </message>
    <message>
        <source>Production starts read-only and asks for more confirmation.</source>
        <translation>Produktion beginnt nur zum Lesen und verlangt mehr Bestätigung.</translation>
    </message>
    <message>
        <source>Own addresses (a gateway or a test server)</source>
        <translation>Eigene Adressen (ein Gateway oder ein Testserver)</translation>
    </message>
    <message>
        <source>Dialect</source>
        <translation>Dialekt</translation>
    </message>
    <message>
        <source>&amp;Dialect</source>
        <translation>&amp;Dialekt</translation>
    </message>
    <message>
        <source>The regions speak Platform API v2. The legacy requests are what widely quoted answers describe; gateways and test servers may speak them.</source>
        <translation>Die Regionen sprechen Platform API v2. Die Legacy-Anfragen sind, was viel zitierte Antworten beschreiben; Gateways und Testserver sprechen sie vielleicht.</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Si&amp;gn in</source>
        <translation>An&amp;melden</translation>
    </message>
    <message>
        <source>any free port of this computer</source>
        <translation>ein beliebiger freier Port dieses Rechners</translation>
    </message>
    <message>
        <source>Where the browser comes back to, exactly as it is registered for the client, for instance http://127.0.0.1:8085/callback.</source>
        <translation>Wohin der Browser zurückkommt, genau wie für den Client eingetragen, zum Beispiel http://127.0.0.1:8085/callback.</translation>
    </message>
    <message>
        <source>Client &amp;secret</source>
        <translation>Client-&amp;Geheimnis</translation>
    </message>
    <message>
        <source>Secrets go into the desktop&apos;s keychain and nowhere else: into no file, no log and no export. Without the tick you are asked at each sign-in.</source>
        <translation>Geheimnisse kommen in den Schlüsselbund und nirgendwohin sonst: in keine Datei, kein Protokoll und keinen Export. Ohne das Häkchen werden Sie bei jeder Anmeldung gefragt.</translation>
    </message>
    <message>
        <source>One e-mail address or ID per line</source>
        <translation>Eine E-Mail-Adresse oder ID je Zeile</translation>
    </message>
    <message>
        <source>Nobody offboards these users through this connection.</source>
        <translation>Über diese Verbindung nimmt niemand diese Personen heraus.</translation>
    </message>
    <message>
        <source>One division ID per line; empty: all divisions</source>
        <translation>Eine Divisions-ID je Zeile; leer: alle Divisionen</translation>
    </message>
    <message>
        <source>A run beyond these limits is refused.</source>
        <translation>Ein Lauf jenseits dieser Grenzen wird abgelehnt.</translation>
    </message>
    <message>
        <source>A production organisation goes back to read-only after this time.</source>
        <translation>Eine Produktivorganisation ist nach dieser Zeit wieder nur zum Lesen.</translation>
    </message>
    <message>
        <source>A PEM file that is trusted besides the authorities of the system, for instance that of a proxy which replaces certificates.</source>
        <translation>Eine PEM-Datei, der zusätzlich zu den Stellen des Systems vertraut wird, zum Beispiel die eines Proxys, der Zertifikate austauscht.</translation>
    </message>
    <message>
        <source>Way to the network</source>
        <translation>Weg ins Netzwerk</translation>
    </message>
    <message>
        <source>Wa&amp;y to the network</source>
        <translation>&amp;Weg ins Netzwerk</translation>
    </message>
    <message>
        <source>empty: the proxy asks for none</source>
        <translation>leer: Der Proxy verlangt keinen</translation>
    </message>
    <message>
        <source>&amp;Keep the proxy&apos;s password in the keychain</source>
        <translation>Das Kennwort des Proxys im Schlüsselbund &amp;behalten</translation>
    </message>
    <message>
        <source>Proxy &amp;password</source>
        <translation>Proxy-&amp;Kennwort</translation>
    </message>
    <message>
        <source>Addresses of this computer never go through a proxy.</source>
        <translation>Adressen dieses Rechners gehen nie durch einen Proxy.</translation>
    </message>
    <message>
        <source>&amp;Keep what renews the sign-in in the keychain, where the server gives it</source>
        <translation>Was die Anmeldung erneuert, im Schlüsselbund &amp;behalten, wo der Server es gibt</translation>
    </message>
    <message>
        <source>&amp;Keep the client secret in the keychain</source>
        <translation>Das Client-Geheimnis im Schlüsselbund &amp;behalten</translation>
    </message>
    <message>
        <source>asked for at each sign-in</source>
        <translation>wird bei jeder Anmeldung erfragt</translation>
    </message>
    <message>
        <source>kept; type to replace it</source>
        <translation>behalten; zum Ersetzen neu eingeben</translation>
    </message>
    <message>
        <source>Something on this page has to be put right</source>
        <translation>Auf dieser Seite muss etwas berichtigt werden</translation>
    </message>
    <message>
        <source>Type the client secret that shall be kept, or take the tick away.</source>
        <translation>Geben Sie das Client-Geheimnis ein, das behalten werden soll, oder nehmen Sie das Häkchen weg.</translation>
    </message>
    <message>
        <source>A second person approves</source>
        <translation>Eine zweite Person gibt frei</translation>
    </message>
    <message>
        <source>They open the plan file on their own sign-in and approve it there.</source>
        <translation>Sie öffnet die Plandatei mit eigener Anmeldung und gibt sie dort frei.</translation>
    </message>
</context>
<context>
    <name>offboarding::ui::ConnectionMenu</name>
    <message>
        <source>Switch to</source>
        <translation>Wechseln zu</translation>
    </message>
    <message>
        <source>Demo organisation</source>
        <translation>Demo-Organisation</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>offboarding::ui::ConnectionsController</name>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… und %n weitere</numerusform>
            <numerusform>… und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>The file of connections is damaged (%1). It was set aside as %2 and the list starts empty. Import a file that you exported before, or add the connections again; the secrets in the keychain are not lost.</source>
        <translation>Die Datei der Verbindungen ist beschädigt (%1). Sie wurde als %2 zur Seite gelegt, und die Liste beginnt leer. Importieren Sie eine früher exportierte Datei oder fügen Sie die Verbindungen neu hinzu; die Geheimnisse im Schlüsselbund sind nicht verloren.</translation>
    </message>
    <message>
        <source>The file of connections cannot be used (%1). It is left as it is, so nothing can be changed here. If a newer version of this program wrote it, use that version; otherwise repair the file or move it away.</source>
        <translation>Die Datei der Verbindungen kann nicht verwendet werden (%1). Sie bleibt, wie sie ist, daher kann hier nichts geändert werden. Hat eine neuere Version dieses Programms sie geschrieben, verwenden Sie diese; sonst reparieren Sie die Datei oder legen Sie sie weg.</translation>
    </message>
    <message>
        <source>Extra certificate authorities</source>
        <translation>Weitere Zertifizierungsstellen</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer)</source>
        <translation>Zertifikate (*.pem *.crt *.cer)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Saved. What was changed holds from the next time that this connection is opened.</source>
        <translation>Gespeichert. Die Änderungen gelten ab dem nächsten Öffnen dieser Verbindung.</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Gespeichert.</translation>
    </message>
    <message>
        <source>Not saved. %1</source>
        <translation>Nicht gespeichert. %1</translation>
    </message>
    <message>
        <source>A secret that is no longer wanted is still in the keychain. %1</source>
        <translation>Ein Geheimnis, das nicht mehr gewünscht ist, liegt noch im Schlüsselbund. %1</translation>
    </message>
    <message>
        <source>%1 (copy)</source>
        <translation>%1 (Kopie)</translation>
    </message>
    <message>
        <source>%1 (copy %2)</source>
        <translation>%1 (Kopie %2)</translation>
    </message>
    <message>
        <source>Remove connections</source>
        <translation>Verbindungen entfernen</translation>
    </message>
    <message>
        <source>Remove these connections and their secrets from the keychain?

%1

The organisations themselves are not touched.</source>
        <translation>Diese Verbindungen und ihre Geheimnisse aus dem Schlüsselbund entfernen?

%1

Die Organisationen selbst werden nicht berührt.</translation>
    </message>
    <message numerus="yes">
        <source>Remove %n connection(s)</source>
        <translation>
            <numerusform>%n Verbindung entfernen</numerusform>
            <numerusform>%n Verbindungen entfernen</numerusform>
        </translation>
    </message>
    <message>
        <source>The secrets of %1 could not be removed from the keychain. %2

Remove the connection all the same? Its secrets then stay in the keychain, where you can delete them by hand under the name %3.</source>
        <translation>Die Geheimnisse von %1 konnten nicht aus dem Schlüsselbund entfernt werden. %2

Die Verbindung trotzdem entfernen? Ihre Geheimnisse bleiben dann im Schlüsselbund, wo Sie sie von Hand unter dem Namen %3 löschen können.</translation>
    </message>
    <message>
        <source>Remove the connection only</source>
        <translation>Nur die Verbindung entfernen</translation>
    </message>
    <message>
        <source>Not removed. %1</source>
        <translation>Nicht entfernt. %1</translation>
    </message>
    <message>
        <source>Removed.</source>
        <translation>Entfernt.</translation>
    </message>
    <message>
        <source>Import connections</source>
        <translation>Verbindungen importieren</translation>
    </message>
    <message>
        <source>Connections (*.json)</source>
        <translation>Verbindungen (*.json)</translation>
    </message>
    <message>
        <source>Nothing was imported</source>
        <translation>Nichts wurde importiert</translation>
    </message>
    <message>
        <source>This file of connections cannot be used.</source>
        <translation>Diese Datei mit Verbindungen kann nicht verwendet werden.</translation>
    </message>
    <message>
        <source>%1: is added</source>
        <translation>%1: wird hinzugefügt</translation>
    </message>
    <message>
        <source>%1: the name is taken, so it is added as %2</source>
        <translation>%1: Der Name ist vergeben, daher wird sie als %2 hinzugefügt</translation>
    </message>
    <message>
        <source>%1: is there already</source>
        <translation>%1: ist bereits da</translation>
    </message>
    <message>
        <source>Nothing to import</source>
        <translation>Nichts zu importieren</translation>
    </message>
    <message>
        <source>Every connection of the file is there already.</source>
        <translation>Jede Verbindung der Datei ist bereits da.</translation>
    </message>
    <message>
        <source>Files of connections hold no secrets: you give them at the first sign-in.

%1</source>
        <translation>Dateien mit Verbindungen enthalten keine Geheimnisse: Sie geben sie bei der ersten Anmeldung ein.

%1</translation>
    </message>
    <message numerus="yes">
        <source>Import %n connection(s)</source>
        <translation>
            <numerusform>%n Verbindung importieren</numerusform>
            <numerusform>%n Verbindungen importieren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n connection(s) imported.</source>
        <translation>
            <numerusform>%n Verbindung importiert.</numerusform>
            <numerusform>%n Verbindungen importiert.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was imported. %1</source>
        <translation>Nichts wurde importiert. %1</translation>
    </message>
    <message>
        <source>Export connections</source>
        <translation>Verbindungen exportieren</translation>
    </message>
    <message numerus="yes">
        <source>%n connection(s) written to %1. No secret is in the file.</source>
        <translation>
            <numerusform>%n Verbindung nach %1 geschrieben. Kein Geheimnis ist in der Datei.</numerusform>
            <numerusform>%n Verbindungen nach %1 geschrieben. Kein Geheimnis ist in der Datei.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not exported. %1</source>
        <translation>Nicht exportiert. %1</translation>
    </message>
</context>
<context>
    <name>offboarding::ui::ConnectionsDialog</name>
    <message>
        <source>&amp;Open</source>
        <translation>Öff&amp;nen</translation>
    </message>
    <message>
        <source>&amp;Add…</source>
        <translation>&amp;Hinzufügen…</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>&amp;Bearbeiten…</translation>
    </message>
    <message>
        <source>&amp;Duplicate…</source>
        <translation>&amp;Duplizieren…</translation>
    </message>
    <message>
        <source>&amp;Remove…</source>
        <translation>Ent&amp;fernen…</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>&amp;Importieren…</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>E&amp;xportieren…</translation>
    </message>
    <message>
        <source>Manage connections</source>
        <translation>Verbindungen verwalten</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>Anmeldung</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>There is no connection yet. Add one for your organisation, or import a file that a colleague exported: it holds no secrets.</source>
        <translation>Es gibt noch keine Verbindung. Fügen Sie eine für Ihre Organisation hinzu oder importieren Sie eine exportierte Datei: Sie enthält keine Geheimnisse.</translation>
    </message>
    <message>
        <source>The selected connections, or all; secrets are never in the file</source>
        <translation>Die gewählten Verbindungen oder alle; Geheimnisse sind nie in der Datei</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>%1 (open)</source>
        <translation>%1 (offen)</translation>
    </message>
    <message>
        <source>not read yet</source>
        <translation>noch nicht gelesen</translation>
    </message>
    <message>
        <source>Select exactly one connection</source>
        <translation>Genau eine Verbindung wählen</translation>
    </message>
    <message>
        <source>This connection is open already</source>
        <translation>Diese Verbindung ist bereits offen</translation>
    </message>
    <message>
        <source>This connection is open: switch to another one first</source>
        <translation>Diese Verbindung ist offen: zuerst zu einer anderen wechseln</translation>
    </message>
    <message>
        <source>Select a connection</source>
        <translation>Eine Verbindung wählen</translation>
    </message>
</context>
<context>
    <name>offboarding::ui::Console</name>
    <message>
        <source>Demo organisation</source>
        <translation>Demo-Organisation</translation>
    </message>
    <message>
        <source>There is no connection with the name “%1”.</source>
        <translation>Es gibt keine Verbindung mit dem Namen „%1“.</translation>
    </message>
    <message>
        <source>Starting the demo organisation…</source>
        <translation>Die Demo-Organisation wird gestartet…</translation>
    </message>
    <message>
        <source>The connection cannot be used</source>
        <translation>Die Verbindung kann nicht verwendet werden</translation>
    </message>
    <message>
        <source>Put “%1” right in Manage connections….</source>
        <translation>Berichtigen Sie „%1“ unter „Verbindungen verwalten…“.</translation>
    </message>
    <message>
        <source>Signed out.</source>
        <translation>Abgemeldet.</translation>
    </message>
</context>
<context>
    <name>offboarding::ui::ConversationTableModel</name>
    <message>
        <source>Live: %1</source>
        <translation>Läuft: %1</translation>
    </message>
    <message>
        <source>After-call work</source>
        <translation>Nachbearbeitung</translation>
    </message>
    <message>
        <source>Unknown: could not be read</source>
        <translation>Unbekannt: konnte nicht gelesen werden</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>not read</source>
        <translation>nicht gelesen</translation>
    </message>
    <message>
        <source>live</source>
        <translation>verbunden</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keiner</translation>
    </message>
    <message>
        <source>%1, live</source>
        <translation>%1, verbunden</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>fort</translation>
    </message>
    <message>
        <source>%1, gone</source>
        <translation>%1, fort</translation>
    </message>
    <message>
        <source>Ended %1</source>
        <translation>Beendet %1</translation>
    </message>
    <message>
        <source>This conversation was only listed. Select it to read it.</source>
        <translation>Diese Konversation wurde nur aufgelistet. Wählen Sie sie, um sie zu lesen.</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Media</source>
        <translation>Medium</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Konversation</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Richtung</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Alter</translation>
    </message>
</context>
<context>
    <name>offboarding::ui::ConversationsPage</name>
    <message>
        <source>Reading conversations</source>
        <translation>Konversationen werden gelesen</translation>
    </message>
    <message>
        <source>%v of %m</source>
        <translation>%v von %m</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Neu lesen</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Konversationen</translation>
    </message>
    <message>
        <source>No user selected</source>
        <translation>Keine Person gewählt</translation>
    </message>
    <message>
        <source>Select one or more users to see the conversations that still refer to them.</source>
        <translation>Wählen Sie eine oder mehrere Personen, um die Konversationen zu sehen, die noch auf sie verweisen.</translation>
    </message>
    <message numerus="yes">
        <source>Reading the conversations of %n user(s)…</source>
        <translation>
            <numerusform>Lese die Konversationen von %n Person…</numerusform>
            <numerusform>Lese die Konversationen von %n Personen…</numerusform>
        </translation>
    </message>
    <message>
        <source>Not known what refers to this selection</source>
        <translation>Nicht bekannt, was auf diese Auswahl verweist</translation>
    </message>
    <message numerus="yes">
        <source>Nothing refers to %n selected user(s) any more</source>
        <translation>
            <numerusform>Nichts verweist mehr auf %n gewählte Person</numerusform>
            <numerusform>Nichts verweist mehr auf %n gewählte Personen</numerusform>
        </translation>
    </message>
    <message>
        <source>Every source was read: no live conversation, no after-call work and no recent one.</source>
        <translation>Jede Quelle wurde gelesen: keine laufende Konversation, keine Nachbearbeitung und keine kürzliche.</translation>
    </message>
    <message>
        <source>Not read yet</source>
        <translation>Noch nicht gelesen</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n selected user(s) were read.</source>
        <translation>
            <numerusform>%1 von %n gewählten Person wurde gelesen.</numerusform>
            <numerusform>%1 von %n gewählten Personen wurden gelesen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Conversations of the selected users</source>
        <translation>Konversationen der gewählten Personen</translation>
    </message>
    <message numerus="yes">
        <source>Read %n more user(s)</source>
        <translation>
            <numerusform>%n weitere Person lesen</numerusform>
            <numerusform>%n weitere Personen lesen</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Stop reading conversations</source>
        <translation>Lesen der Konversationen anhalten</translation>
    </message>
    <message>
        <source>What was not read yet stays as it was.</source>
        <translation>Was noch nicht gelesen wurde, bleibt, wie es war.</translation>
    </message>
</context>
<context>
    <name>offboarding::ui::CoolOffController</name>
    <message>
        <source>%1: the deactivation was not read back</source>
        <translation>%1: Die Deaktivierung wurde nicht zurückgelesen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n deletion(s) planned for %1</source>
        <translation>
            <numerusform>%n Löschung geplant für %1</numerusform>
            <numerusform>%n Löschungen geplant für %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n deletion(s) were not planned</source>
        <translation>
            <numerusform>%n Löschung wurde nicht geplant</numerusform>
            <numerusform>%n Löschungen wurden nicht geplant</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody will be reminded to delete these users.</source>
        <translation>Niemand wird daran erinnert, diese Personen zu löschen.</translation>
    </message>
    <message>
        <source>The list of planned deletions was not changed</source>
        <translation>Die Liste der geplanten Löschungen wurde nicht geändert</translation>
    </message>
    <message>
        <source>%1 is deleted, but still stands in the list.</source>
        <translation>%1 ist gelöscht, steht aber noch in der Liste.</translation>
    </message>
    <message>
        <source>%1, %2, due %3</source>
        <translation>%1, %2, fällig %3</translation>
    </message>
    <message>
        <source>The planned deletions could not be read: %1</source>
        <translation>Die geplanten Löschungen konnten nicht gelesen werden: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n planned deletion(s) are due. Nothing is deleted until you decide.</source>
        <translation>
            <numerusform>%n geplante Löschung ist fällig. Es wird nichts gelöscht, bis Sie entscheiden.</numerusform>
            <numerusform>%n geplante Löschungen sind fällig. Es wird nichts gelöscht, bis Sie entscheiden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n planned deletion(s) were missed: nobody decided, and nobody was deleted.</source>
        <translation>
            <numerusform>%n geplante Löschung wurde versäumt: Niemand hat entschieden, und niemand wurde gelöscht.</numerusform>
            <numerusform>%n geplante Löschungen wurden versäumt: Niemand hat entschieden, und niemand wurde gelöscht.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>offboarding::ui::CopyOfferButton</name>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Everything that is needed for this act:</source>
        <translation>Alles, was für diesen Vorgang nötig ist:</translation>
    </message>
    <message>
        <source>Copy permission</source>
        <translation>Berechtigung kopieren</translation>
    </message>
    <message>
        <source>The missing permission by its name, for an administrator who can grant it</source>
        <translation>Die fehlende Berechtigung mit Namen, für jemanden, der sie erteilen kann</translation>
    </message>
    <message>
        <source>Copy for support</source>
        <translation>Für den Support kopieren</translation>
    </message>
    <message>
        <source>Status, code, message and correlation id, for the vendor&apos;s support</source>
        <translation>Status, Code, Meldung und Korrelations-ID, für den Support des Herstellers</translation>
    </message>
</context>
<context>
    <name>offboarding::ui::DeactivateDialog</name>
    <message>
        <source>Deactivate users</source>
        <translation>Personen deaktivieren</translation>
    </message>
    <message>
        <source>&amp;Users</source>
        <translation>&amp;Personen</translation>
    </message>
    <message>
        <source>&amp;Conversations</source>
        <translation>&amp;Konversationen</translation>
    </message>
    <message>
        <source>Access ends and the history is kept: historical transcripts stay attributed to the user. Roles that were given directly are removed and do not come back by themselves. Each user is checked again right before the change and read back after it.</source>
        <translation>Der Zugang endet und der Verlauf bleibt: Frühere Transkripte bleiben der Person zugeordnet. Direkt vergebene Rollen werden entfernt und kommen nicht von selbst zurück. Jede Person wird direkt vor der Änderung noch einmal geprüft und danach zurückgelesen.</translation>
    </message>
    <message>
        <source>Could not be read: %1</source>
        <translation>Konnte nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>References could not be read completely: unknown is not zero</source>
        <translation>Verweise konnten nicht vollständig gelesen werden: Unbekannt ist nicht null</translation>
    </message>
    <message>
        <source>Already deleted</source>
        <translation>Bereits gelöscht</translation>
    </message>
    <message numerus="yes">
        <source>%n live conversation(s) need a choice</source>
        <translation>
            <numerusform>%n laufende Konversation braucht eine Entscheidung</numerusform>
            <numerusform>%n laufende Konversationen brauchen eine Entscheidung</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reading %n user(s) and what still refers to them …</source>
        <translation>
            <numerusform>Lese %n Person und was noch auf sie verweist …</numerusform>
            <numerusform>Lese %n Personen und was noch auf sie verweist …</numerusform>
        </translation>
    </message>
    <message>
        <source>Deactivate %1 in %2?</source>
        <translation>%1 in %2 deaktivieren?</translation>
    </message>
    <message numerus="yes">
        <source>Deactivate %n user(s) in %1?</source>
        <translation>
            <numerusform>%n Person in %1 deaktivieren?</numerusform>
            <numerusform>%n Personen in %1 deaktivieren?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) will be handed to a queue.</source>
        <translation>
            <numerusform>%n Konversation wird an eine Warteschlange übergeben.</numerusform>
            <numerusform>%n Konversationen werden an eine Warteschlange übergeben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n participation(s) will be ended.</source>
        <translation>
            <numerusform>%n Teilnahme wird beendet.</numerusform>
            <numerusform>%n Teilnahmen werden beendet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n live customer(s) will be cut off.</source>
        <translation>
            <numerusform>%n Kundenverbindung wird getrennt.</numerusform>
            <numerusform>%n Kundenverbindungen werden getrennt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Deactivate %n user(s)</source>
        <translation>
            <numerusform>%n Person deaktivieren</numerusform>
            <numerusform>%n Personen deaktivieren</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Live conversations (%1)</source>
        <translation>&amp;Laufende Konversationen (%1)</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Leave out %n user(s) that cannot be deactivated now</source>
        <translation>
            <numerusform>%n Person &amp;auslassen, die jetzt nicht deaktiviert werden kann</numerusform>
            <numerusform>%n Personen &amp;auslassen, die jetzt nicht deaktiviert werden können</numerusform>
        </translation>
    </message>
    <message>
        <source>Type “%1” to confirm (organisation and number of users)</source>
        <translation>Zum Bestätigen „%1“ eingeben (Organisation und Zahl der Personen)</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1: %2.</translation>
    </message>
    <message numerus="yes">
        <source>%n user(s) cannot be deactivated now: settle what is noted beside each, or leave them out.</source>
        <translation>
            <numerusform>%n Person kann jetzt nicht deaktiviert werden: Klären Sie, was daneben steht, oder lassen Sie sie aus.</numerusform>
            <numerusform>%n Personen können jetzt nicht deaktiviert werden: Klären Sie, was daneben steht, oder lassen Sie sie aus.</numerusform>
        </translation>
    </message>
    <message>
        <source>None of these users can be deactivated now.</source>
        <translation>Keine dieser Personen kann jetzt deaktiviert werden.</translation>
    </message>
    <message>
        <source>The organisation&apos;s name and the number of users are not typed yet.</source>
        <translation>Der Name der Organisation und die Zahl der Personen sind noch nicht eingegeben.</translation>
    </message>
    <message>
        <source>&amp;Delete after</source>
        <translation>L&amp;öschen nach</translation>
    </message>
    <message>
        <source>Delete after</source>
        <translation>Löschen nach</translation>
    </message>
    <message>
        <source>Days until the planned deletion</source>
        <translation>Tage bis zur geplanten Löschung</translation>
    </message>
    <message>
        <source> days</source>
        <translation> Tagen</translation>
    </message>
    <message>
        <source>Entered in Planned deletions… once the deactivation was read back: due %1. Nothing is deleted by itself.</source>
        <translation>Wird unter „Geplante Löschungen…“ eingetragen, sobald die Deaktivierung zurückgelesen ist: fällig %1. Nichts wird von selbst gelöscht.</translation>
    </message>
    <message>
        <source>Not planned: the users stay deactivated.</source>
        <translation>Nicht geplant: Die Personen bleiben deaktiviert.</translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) will be disconnected for everybody.</source>
        <translation>
            <numerusform>%n Konversation wird für alle getrennt.</numerusform>
            <numerusform>%n Konversationen werden für alle getrennt.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>offboarding::ui::DeleteDialog</name>
    <message>
        <source>Clear &amp;references…</source>
        <translation>&amp;Verweise bereinigen…</translation>
    </message>
    <message>
        <source>&amp;Export evidence…</source>
        <translation>Nach&amp;weis exportieren…</translation>
    </message>
    <message>
        <source>Deactivate &amp;instead</source>
        <translation>Stattdessen &amp;deaktivieren</translation>
    </message>
    <message>
        <source>Force delete</source>
        <translation>Löschen erzwingen</translation>
    </message>
    <message>
        <source>Delete user</source>
        <translation>Person löschen</translation>
    </message>
    <message>
        <source>Chec&amp;ks</source>
        <translation>P&amp;rüfungen</translation>
    </message>
    <message>
        <source>&amp;Conversations</source>
        <translation>&amp;Konversationen</translation>
    </message>
    <message>
        <source>Takes access away, keeps the history, and can be undone</source>
        <translation>Entzieht den Zugang, bewahrt den Verlauf und lässt sich rückgängig machen</translation>
    </message>
    <message>
        <source>Genesys recommends inactive and does not support deleting: use it to clean up tests, or when nothing else will do. Deleting removes roles, division, extension and station, and look-ups in old reports may no longer find the name. It is not a way to erase history.</source>
        <translation>Genesys empfiehlt „inaktiv“ und unterstützt Löschen nicht: Verwenden Sie es, um Testdaten aufzuräumen, oder wenn nichts anderes hilft. Löschen entfernt Rollen, Division, Durchwahl und Station, und alte Berichte finden den Namen vielleicht nicht mehr. Es ist kein Weg, den Verlauf zu tilgen.</translation>
    </message>
    <message>
        <source>Genesys recommends inactive instead of deleting. The server refuses a plain delete while active or recent interactions still refer to the user; nothing is changed then.</source>
        <translation>Genesys empfiehlt „inaktiv“ statt Löschen. Der Server lehnt einfaches Löschen ab, solange laufende oder kürzliche Interaktionen auf die Person verweisen; dann wird nichts geändert.</translation>
    </message>
    <message>
        <source>I &amp;accept that historical look-ups for this user may break</source>
        <translation>Ich &amp;akzeptiere, dass frühere Auswertungen zu dieser Person unvollständig werden können</translation>
    </message>
    <message>
        <source>I accept that historical look-ups for this user may break</source>
        <translation>Ich akzeptiere, dass frühere Auswertungen zu dieser Person unvollständig werden können</translation>
    </message>
    <message>
        <source>Type the e-mail address to confirm</source>
        <translation>E-Mail-Adresse zum Bestätigen eingeben</translation>
    </message>
    <message>
        <source>&amp;Type the e-mail address to confirm</source>
        <translation>E-Mail-Adresse zum Bes&amp;tätigen eingeben</translation>
    </message>
    <message>
        <source>Type the organisation&apos;s name to confirm</source>
        <translation>Name der Organisation zum Bestätigen eingeben</translation>
    </message>
    <message>
        <source>Type the &amp;organisation&apos;s name to confirm</source>
        <translation>Name der &amp;Organisation zum Bestätigen eingeben</translation>
    </message>
    <message>
        <source>Force delete %1 from %2: the user is removed and historical look-ups may break.</source>
        <translation>Löschen von %1 aus %2 erzwingen: Die Person wird entfernt, und frühere Auswertungen können unvollständig werden.</translation>
    </message>
    <message>
        <source>Delete %1 from %2? The server refuses while interactions refer to the user.</source>
        <translation>%1 aus %2 löschen? Der Server lehnt ab, solange Interaktionen auf die Person verweisen.</translation>
    </message>
    <message>
        <source>Force delete %1</source>
        <translation>Löschen von %1 erzwingen</translation>
    </message>
    <message>
        <source>Delete %1</source>
        <translation>%1 löschen</translation>
    </message>
    <message>
        <source>This user has no e-mail address: type the id %1 instead.</source>
        <translation>Diese Person hat keine E-Mail-Adresse: Geben Sie stattdessen die ID %1 ein.</translation>
    </message>
    <message>
        <source>The address is %1.</source>
        <translation>Die Adresse ist %1.</translation>
    </message>
    <message>
        <source>&amp;Conversations (%1 live, %2 recent)</source>
        <translation>&amp;Konversationen (%1 laufend, %2 kürzlich)</translation>
    </message>
    <message>
        <source>The checks wait for the preview</source>
        <translation>Die Prüfungen warten auf die Vorschau</translation>
    </message>
    <message>
        <source>The user could not be read</source>
        <translation>Die Person konnte nicht gelesen werden</translation>
    </message>
    <message>
        <source>The user could not be read: read again.</source>
        <translation>Die Person konnte nicht gelesen werden: neu lesen.</translation>
    </message>
    <message>
        <source>The user is already deleted.</source>
        <translation>Die Person ist bereits gelöscht.</translation>
    </message>
</context>
<context>
    <name>offboarding::ui::DifferenceTable</name>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Manager</source>
        <translation>Vorgesetzte Person</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Division</source>
        <translation>Division</translation>
    </message>
    <message>
        <source>Default phone</source>
        <translation>Standardtelefon</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Rollen</translation>
    </message>
    <message>
        <source>Queues</source>
        <translation>Warteschlangen</translation>
    </message>
    <message>
        <source>Skills</source>
        <translation>Skills</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Sprachen</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Gruppen</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Call forwarding</source>
        <translation>Rufweiterleitung</translation>
    </message>
    <message>
        <source>Presence</source>
        <translation>Präsenz</translation>
    </message>
    <message>
        <source>Routing status</source>
        <translation>Routing-Status</translation>
    </message>
    <message>
        <source>Remaining differences</source>
        <translation>Verbleibende Unterschiede</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Which</source>
        <translation>Eintrag</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>not there</source>
        <translation>nicht vorhanden</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>%1 (changes all day)</source>
        <translation>%1 (ändert sich ständig)</translation>
    </message>
</context>
<context>
    <name>offboarding::ui::EnvironmentStrip</name>
    <message>
        <source>%1 · %2 · %3</source>
        <translation>%1 · %2 · %3</translation>
    </message>
</context>
<context>
    <name>offboarding::ui::GateList</name>
    <message>
        <source>Passed</source>
        <translation>Bestanden</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Nicht bekannt</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>offboarding::ui::HttpLogModel</name>
    <message>
        <source>waiting…</source>
        <translation>wartet…</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>keine Antwort</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 (attempt %2)</source>
        <translation>%1 (Versuch %2)</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Methode</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>Correlation ID</source>
        <translation>Korrelations-ID</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ausgang</translation>
    </message>
</context>
<context>
    <name>offboarding::ui::InterruptedRunsDialog</name>
    <message numerus="yes">
        <source>%n user(s)</source>
        <translation>
            <numerusform>%n Person</numerusform>
            <numerusform>%n Personen</numerusform>
        </translation>
    </message>
    <message>
        <source>Interrupted runs</source>
        <translation>Unterbrochene Läufe</translation>
    </message>
    <message>
        <source>Act</source>
        <translation>Vorgang</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>Finished steps</source>
        <translation>Fertige Schritte</translation>
    </message>
    <message>
        <source>Open steps</source>
        <translation>Offene Schritte</translation>
    </message>
    <message>
        <source>Steps of the interrupted run</source>
        <translation>Schritte des unterbrochenen Laufs</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>The program ended in the middle of these runs. Nothing goes on by itself. Resume reads back first what may have arrived at the server, sends nothing twice that deletes, and checks each user again.</source>
        <translation>Das Programm endete mitten in diesen Läufen. Nichts geht von selbst weiter. „Fortsetzen“ liest zuerst zurück, was beim Server angekommen sein kann, sendet nichts zweimal, was löscht, und prüft jede Person noch einmal.</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Jetzt nicht</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>not readable</source>
        <translation>nicht lesbar</translation>
    </message>
    <message>
        <source>Select a run first.</source>
        <translation>Zuerst einen Lauf wählen.</translation>
    </message>
    <message>
        <source>The journal cannot be used, so nobody knows what is open.</source>
        <translation>Das Journal kann nicht verwendet werden, daher weiß niemand, was offen ist.</translation>
    </message>
    <message>
        <source>This run belongs to another organisation: open a connection to that one.</source>
        <translation>Dieser Lauf gehört zu einer anderen Organisation: Öffnen Sie eine Verbindung zu ihr.</translation>
    </message>
    <message>
        <source>The connection is read-only: unlock it first.</source>
        <translation>Die Verbindung ist nur zum Lesen: Entsperren Sie sie zuerst.</translation>
    </message>
    <message>
        <source>Go on with the steps that are open</source>
        <translation>Mit den offenen Schritten weitermachen</translation>
    </message>
    <message>
        <source>Journal: %1</source>
        <translation>Journal: %1</translation>
    </message>
    <message>
        <source>Open: may have arrived, is read back first</source>
        <translation>Offen: kann angekommen sein, wird zuerst zurückgelesen</translation>
    </message>
    <message>
        <source>Open: begun, nothing was sent</source>
        <translation>Offen: begonnen, nichts wurde gesendet</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Übersprungen</translation>
    </message>
</context>
<context>
    <name>offboarding::ui::JournaledRuns</name>
    <message>
        <source>Nothing was started</source>
        <translation>Es wurde nichts begonnen</translation>
    </message>
    <message>
        <source>The journal of this run cannot be written, and without one nobody could go on after a crash or put anything back. Make room, or put the rights of the folder right.</source>
        <translation>Das Journal dieses Laufs kann nicht geschrieben werden, und ohne es könnte nach einem Absturz niemand weitermachen oder etwas wiederherstellen. Schaffen Sie Platz oder berichtigen Sie die Rechte des Ordners.</translation>
    </message>
    <message numerus="yes">
        <source>%1 in %2, begun %3, %n step(s) open</source>
        <translation>
            <numerusform>%1 in %2, begonnen %3, %n Schritt offen</numerusform>
            <numerusform>%1 in %2, begonnen %3, %n Schritte offen</numerusform>
        </translation>
    </message>
    <message>
        <source>not readable: %1</source>
        <translation>nicht lesbar: %1</translation>
    </message>
    <message>
        <source>A run was interrupted. It goes on only if you say so.</source>
        <translation>Ein Lauf wurde unterbrochen. Er geht nur weiter, wenn Sie es sagen.</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) were interrupted. They go on only if you say so.</source>
        <translation>
            <numerusform>%n Lauf wurde unterbrochen. Er geht nur weiter, wenn Sie es sagen.</numerusform>
            <numerusform>%n Läufe wurden unterbrochen. Sie gehen nur weiter, wenn Sie es sagen.</numerusform>
        </translation>
    </message>
    <message>
        <source>The run does not go on</source>
        <translation>Der Lauf geht nicht weiter</translation>
    </message>
</context>
<context>
    <name>offboarding::ui::JsonView</name>
    <message>
        <source>Search JSON</source>
        <translation>JSON durchsuchen</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>Vorheriger Treffer</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>Nächster Treffer</translation>
    </message>
    <message>
        <source>Raw JSON</source>
        <translation>Rohes JSON</translation>
    </message>
    <message>
        <source>The body of a conversation appears here once it was read.</source>
        <translation>Der Inhalt einer Konversation erscheint hier, sobald sie gelesen wurde.</translation>
    </message>
    <message>
        <source>Cut: only the beginning is shown</source>
        <translation>Gekürzt: Nur der Anfang wird gezeigt</translation>
    </message>
    <message>
        <source>Went on from the end</source>
        <translation>Vom Ende her weitergesucht</translation>
    </message>
    <message>
        <source>Went on from the start</source>
        <translation>Vom Anfang her weitergesucht</translation>
    </message>
    <message>
        <source>No match</source>
        <translation>Kein Treffer</translation>
    </message>
</context>
<context>
    <name>offboarding::ui::LeaverCandidates</name>
    <message>
        <source>Use &amp;this user</source>
        <translation>&amp;Diese Person verwenden</translation>
    </message>
    <message>
        <source>Candidates</source>
        <translation>Mögliche Personen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>Abteilung</translation>
    </message>
    <message>
        <source>Division</source>
        <translation>Division</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Search the organisation for this row</source>
        <translation>Die Organisation für diese Zeile durchsuchen</translation>
    </message>
    <message>
        <source>Search the organisation…</source>
        <translation>Organisation durchsuchen…</translation>
    </message>
    <message>
        <source>Select a row to see who could be meant.</source>
        <translation>Wählen Sie eine Zeile, um zu sehen, wer gemeint sein kann.</translation>
    </message>
    <message>
        <source>Line %1 is excluded: nothing is done about it.</source>
        <translation>Zeile %1 ist ausgeschlossen: Zu ihr wird nichts getan.</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>Zeile %1: %2</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>This row needs no user picked by hand</source>
        <translation>Zu dieser Zeile muss niemand von Hand gewählt werden</translation>
    </message>
    <message>
        <source>Say that this user is meant by the row</source>
        <translation>Bestimmen, dass die Zeile diese Person meint</translation>
    </message>
    <message>
        <source>Select the right user first</source>
        <translation>Zuerst die richtige Person wählen</translation>
    </message>
</context>
<context>
    <name>offboarding::ui::LeaverColumnsBar</name>
    <message>
        <source>Column for %1</source>
        <translation>Spalte für %1</translation>
    </message>
    <message>
        <source>(none)</source>
        <translation>(keine)</translation>
    </message>
    <message>
        <source>Column %1</source>
        <translation>Spalte %1</translation>
    </message>
</context>
<context>
    <name>offboarding::ui::LeaversController</name>
    <message>
        <source>Import leavers</source>
        <translation>Ausscheidende importieren</translation>
    </message>
    <message>
        <source>Lists (*.csv *.tsv *.txt *.json *.jsonl)</source>
        <translation>Listen (*.csv *.tsv *.txt *.json *.jsonl)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>offboarding::ui::LeaversDialog</name>
    <message>
        <source>Leavers</source>
        <translation>Ausscheidende</translation>
    </message>
    <message>
        <source>Un&amp;resolved rows only</source>
        <translation>Nur &amp;ungeklärte Zeilen</translation>
    </message>
    <message>
        <source>&amp;Exclude row</source>
        <translation>Zeile aus&amp;schließen</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Next unresolved</source>
        <translation>&amp;Nächste ungeklärte</translation>
    </message>
    <message>
        <source>Choose another &amp;file…</source>
        <translation>Andere Datei &amp;wählen…</translation>
    </message>
    <message>
        <source>Import leavers</source>
        <translation>Ausscheidende importieren</translation>
    </message>
    <message>
        <source>Take the last decision back</source>
        <translation>Die letzte Entscheidung zurücknehmen</translation>
    </message>
    <message>
        <source>What to do with them</source>
        <translation>Was mit ihnen zu tun ist</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Reading %1…</source>
        <translation>%1 wird gelesen…</translation>
    </message>
    <message>
        <source>Choose another file…</source>
        <translation>Andere Datei wählen…</translation>
    </message>
    <message numerus="yes">
        <source>%1 – %2, %n row(s)</source>
        <translation>
            <numerusform>%1 – %2, %n Zeile</numerusform>
            <numerusform>%1 – %2, %n Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Neu lesen</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Wird geprüft…</translation>
    </message>
    <message numerus="yes">
        <source>%n user(s) go on</source>
        <translation>
            <numerusform>%n Person geht weiter</numerusform>
            <numerusform>%n Personen gehen weiter</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unresolved</source>
        <translation>
            <numerusform>%n ungeklärt</numerusform>
            <numerusform>%n ungeklärt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out</source>
        <translation>
            <numerusform>%n ausgelassen</numerusform>
            <numerusform>%n ausgelassen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n excluded</source>
        <translation>
            <numerusform>%n ausgeschlossen</numerusform>
            <numerusform>%n ausgeschlossen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Force delete %n user(s)…</source>
        <translation>
            <numerusform>Löschen von %n Person erzwingen…</numerusform>
            <numerusform>Löschen von %n Personen erzwingen…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Deactivate %n user(s)…</source>
        <translation>
            <numerusform>%n Person deaktivieren…</numerusform>
            <numerusform>%n Personen deaktivieren…</numerusform>
        </translation>
    </message>
    <message>
        <source>No list is read</source>
        <translation>Es ist keine Liste gelesen</translation>
    </message>
    <message>
        <source>The rows are being checked</source>
        <translation>Die Zeilen werden geprüft</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) are unresolved: use the right user for each, or exclude it</source>
        <translation>
            <numerusform>%n Zeile ist ungeklärt: die richtige Person verwenden oder die Zeile ausschließen</numerusform>
            <numerusform>%n Zeilen sind ungeklärt: für jede die richtige Person verwenden oder sie ausschließen</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody on the list is left to act on</source>
        <translation>Auf der Liste bleibt niemand, mit dem etwas zu tun wäre</translation>
    </message>
    <message numerus="yes">
        <source>Force delete takes one user at a time, and the list names %n: deactivate them instead, or exclude the others</source>
        <translation>
            <numerusform>Löschen erzwingen geht nur mit einer Person auf einmal, und die Liste nennt %n: stattdessen deaktivieren oder die anderen ausschließen</numerusform>
            <numerusform>Löschen erzwingen geht nur mit einer Person auf einmal, und die Liste nennt %n: stattdessen deaktivieren oder die anderen ausschließen</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Include row</source>
        <translation>Zeile ein&amp;schließen</translation>
    </message>
    <message>
        <source>Take the exclusion of the selected rows back</source>
        <translation>Den Ausschluss der gewählten Zeilen zurücknehmen</translation>
    </message>
    <message>
        <source>Do nothing about the selected rows</source>
        <translation>Zu den gewählten Zeilen nichts tun</translation>
    </message>
</context>
<context>
    <name>offboarding::ui::LeaversTableModel</name>
    <message>
        <source>Checking…</source>
        <translation>Wird geprüft…</translation>
    </message>
    <message>
        <source>Excluded</source>
        <translation>Ausgeschlossen</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>niemand</translation>
    </message>
    <message numerus="yes">
        <source>%n candidate(s)</source>
        <translation>
            <numerusform>%n mögliche Person</numerusform>
            <numerusform>%n mögliche Personen</numerusform>
        </translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Person</translation>
    </message>
</context>
<context>
    <name>offboarding::ui::MainWindow</name>
    <message>
        <source>%1 – Offboarding Console</source>
        <translation>%1 – Offboarding Console</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Aktionen</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>Geschrieben: %1</translation>
    </message>
    <message>
        <source>About Offboarding Console</source>
        <translation>Über Offboarding Console</translation>
    </message>
    <message>
        <source>Offboarding Console %1</source>
        <translation>Offboarding Console %1</translation>
    </message>
    <message>
        <source>Takes leavers out of a Genesys Cloud organisation, safely.

Free software under the GNU General Public License, version 3 or later. Made with Qt %1.</source>
        <translation>Nimmt ausscheidende Personen sicher aus einer Genesys-Cloud-Organisation.

Freie Software unter der GNU General Public License, Version 3 oder neuer. Mit Qt %1 gebaut.</translation>
    </message>
    <message>
        <source>A run is not finished</source>
        <translation>Ein Lauf ist nicht beendet</translation>
    </message>
    <message>
        <source>Unlock production</source>
        <translation>Produktion entsperren</translation>
    </message>
    <message numerus="yes">
        <source>Allow changes in %1 for %n minute(s)? It goes back to read-only by itself.</source>
        <translation>
            <numerusform>Änderungen in %1 für %n Minute erlauben? Danach ist sie von selbst wieder nur zum Lesen.</numerusform>
            <numerusform>Änderungen in %1 für %n Minuten erlauben? Danach ist sie von selbst wieder nur zum Lesen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Unlock for %n minute(s)</source>
        <translation>
            <numerusform>Für %n Minute entsperren</numerusform>
            <numerusform>Für %n Minuten entsperren</numerusform>
        </translation>
    </message>
    <message>
        <source>Planned deletions…</source>
        <translation>Geplante Löschungen…</translation>
    </message>
    <message>
        <source>Finish the current step, then stop and close? What was done stays done, and the rest is not begun. Cancel stays here, and the run goes on.</source>
        <translation>Den laufenden Schritt beenden, dann anhalten und schließen? Was erledigt ist, bleibt erledigt, und der Rest wird nicht begonnen. „Abbrechen“ bleibt hier, und der Lauf geht weiter.</translation>
    </message>
    <message>
        <source>Finish the step and close</source>
        <translation>Schritt beenden und schließen</translation>
    </message>
    <message>
        <source>Finish the current step, then stop and leave this connection? What was done stays done, and the rest is not begun. Cancel stays here, and the run goes on.</source>
        <translation>Den laufenden Schritt beenden, dann anhalten und diese Verbindung verlassen? Was erledigt ist, bleibt erledigt, und der Rest wird nicht begonnen. „Abbrechen“ bleibt hier, und der Lauf geht weiter.</translation>
    </message>
    <message>
        <source>Finish the step and leave</source>
        <translation>Schritt beenden und verlassen</translation>
    </message>
    <message>
        <source>Show…</source>
        <translation>Zeigen…</translation>
    </message>
</context>
<context>
    <name>offboarding::ui::OffboardingController</name>
    <message>
        <source>Reading references: user %1 of %2</source>
        <translation>Lese Verweise: Person %1 von %2</translation>
    </message>
    <message>
        <source>Export references</source>
        <translation>Verweise exportieren</translation>
    </message>
    <message>
        <source>%1: all steps done and read back</source>
        <translation>%1: alle Schritte erledigt und zurückgelesen</translation>
    </message>
    <message>
        <source>%1: not everything was done, see the activity</source>
        <translation>%1: Nicht alles wurde erledigt, siehe Aktivität</translation>
    </message>
    <message>
        <source>%1: done and read back</source>
        <translation>%1: erledigt und zurückgelesen</translation>
    </message>
    <message>
        <source>%1: not everything was done</source>
        <translation>%1: Nicht alles wurde erledigt</translation>
    </message>
    <message>
        <source>%1 – done: %2, kept: %3, skipped: %4, failed: %5</source>
        <translation>%1 – erledigt: %2, belassen: %3, übersprungen: %4, fehlgeschlagen: %5</translation>
    </message>
    <message>
        <source>If this run is cut off, the later deletion has to be planned by hand</source>
        <translation>Wird dieser Lauf unterbrochen, muss die spätere Löschung von Hand geplant werden</translation>
    </message>
</context>
<context>
    <name>offboarding::ui::ParticipantTreeModel</name>
    <message>
        <source>(no name)</source>
        <translation>(kein Name)</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>name and address</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1, leaver</source>
        <translation>%1, scheidet aus</translation>
    </message>
    <message>
        <source>left %1</source>
        <translation>gegangen %1</translation>
    </message>
    <message>
        <source>Communication</source>
        <translation>Kommunikation</translation>
    </message>
    <message>
        <source>Communication, %1</source>
        <translation>Kommunikation, %1</translation>
    </message>
    <message>
        <source>Segment, start unknown</source>
        <translation>Abschnitt, Beginn unbekannt</translation>
    </message>
    <message>
        <source>Segment, no end</source>
        <translation>Abschnitt, kein Ende</translation>
    </message>
    <message>
        <source>Segment, ends before it starts</source>
        <translation>Abschnitt, endet vor seinem Beginn</translation>
    </message>
    <message>
        <source>Segment, %1</source>
        <translation>Abschnitt, %1</translation>
    </message>
    <message>
        <source>Party</source>
        <translation>Partei</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Media</source>
        <translation>Medium</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>Ended by</source>
        <translation>Beendet durch</translation>
    </message>
</context>
<context>
    <name>offboarding::ui::PermissionsDialog</name>
    <message>
        <source>&amp;Copy required permissions</source>
        <translation>Nötige Berechtigungen &amp;kopieren</translation>
    </message>
    <message>
        <source>Required permissions</source>
        <translation>Nötige Berechtigungen</translation>
    </message>
    <message>
        <source>The least set of permissions for what you tick, for the administrator who grants the role or sets up the OAuth client. Reading users and references is included.</source>
        <translation>Die geringste Menge an Berechtigungen für das Angekreuzte, für die Person, die die Rolle erteilt oder den OAuth-Client einrichtet. Das Lesen von Personen und Verweisen ist enthalten.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Which of them the signed-in account has is not known.</source>
        <translation>Welche davon das angemeldete Konto hat, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>The signed-in account has all of them.</source>
        <translation>Das angemeldete Konto hat sie alle.</translation>
    </message>
</context>
<context>
    <name>offboarding::ui::PlanController</name>
    <message numerus="yes">
        <source>%n user(s)</source>
        <translation>
            <numerusform>%n Person</numerusform>
            <numerusform>%n Personen</numerusform>
        </translation>
    </message>
    <message>
        <source>Save plan</source>
        <translation>Plan speichern</translation>
    </message>
    <message>
        <source>Plan (*.json)</source>
        <translation>Plan (*.json)</translation>
    </message>
    <message>
        <source>The plan was not written</source>
        <translation>Der Plan wurde nicht geschrieben</translation>
    </message>
    <message>
        <source>Good until %1. SHA-256: %2</source>
        <translation>Gilt bis %1. SHA-256: %2</translation>
    </message>
    <message>
        <source>A second person has to approve it: on their own sign-in, with Open plan… and Approve…. Then open it here and choose Run….</source>
        <translation>Eine zweite Person muss ihn freigeben: mit eigener Anmeldung, über „Plan öffnen…“ und „Freigeben…“. Öffnen Sie ihn dann hier und wählen Sie „Ausführen…“.</translation>
    </message>
    <message>
        <source>The plan is written</source>
        <translation>Der Plan ist geschrieben</translation>
    </message>
    <message>
        <source>Open plan</source>
        <translation>Plan öffnen</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>This plan cannot be used</source>
        <translation>Dieser Plan kann nicht verwendet werden</translation>
    </message>
    <message>
        <source>Approve the plan</source>
        <translation>Den Plan freigeben</translation>
    </message>
    <message>
        <source>Approve as %1: %2 for %3 in %4, planned by %5?</source>
        <translation>Als %1 freigeben: %2 für %3 in %4, geplant von %5?</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Freigeben</translation>
    </message>
    <message>
        <source>The plan was not approved</source>
        <translation>Der Plan wurde nicht freigegeben</translation>
    </message>
    <message>
        <source>Another plan is in the file now. Close this, and open it again.</source>
        <translation>In der Datei ist jetzt ein anderer Plan. Schließen Sie dies und öffnen Sie sie neu.</translation>
    </message>
    <message>
        <source>Run the plan</source>
        <translation>Den Plan ausführen</translation>
    </message>
    <message>
        <source>%1 for %2 in %3, exactly as in the file? Each user is checked again right before every change and read back after it.</source>
        <translation>%1 für %2 in %3, genau wie in der Datei? Jede Person wird direkt vor jeder Änderung noch einmal geprüft und danach zurückgelesen.</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Ausführen</translation>
    </message>
</context>
<context>
    <name>offboarding::ui::PlanDialog</name>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>&amp;Approve…</source>
        <translation>&amp;Freigeben…</translation>
    </message>
    <message>
        <source>&amp;Run…</source>
        <translation>A&amp;usführen…</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>About this plan</source>
        <translation>Über diesen Plan</translation>
    </message>
    <message>
        <source>A&amp;bout</source>
        <translation>Ü&amp;ber</translation>
    </message>
    <message>
        <source>&amp;Steps</source>
        <translation>&amp;Schritte</translation>
    </message>
    <message>
        <source>Type “%1” to confirm (organisation and number of users)</source>
        <translation>Zum Bestätigen „%1“ eingeben (Organisation und Zahl der Personen)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>%1 in %2: %3</source>
        <translation>%1 in %2: %3</translation>
    </message>
    <message numerus="yes">
        <source>%1 in %2: %n user(s)</source>
        <translation>
            <numerusform>%1 in %2: %n Person</numerusform>
            <numerusform>%1 in %2: %n Personen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… und %n weitere</numerusform>
            <numerusform>… und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>File: %1</source>
        <translation>Datei: %1</translation>
    </message>
    <message>
        <source>Made by %1 on %2</source>
        <translation>Erstellt von %1 am %2</translation>
    </message>
    <message>
        <source>Good until %1</source>
        <translation>Gilt bis %1</translation>
    </message>
    <message>
        <source>For: %1</source>
        <translation>Für: %1</translation>
    </message>
    <message>
        <source>Steps: %1</source>
        <translation>Schritte: %1</translation>
    </message>
    <message>
        <source>Optional steps: %1</source>
        <translation>Wahlschritte: %1</translation>
    </message>
    <message>
        <source>Reason: %1</source>
        <translation>Grund: %1</translation>
    </message>
    <message>
        <source>Ticket: %1</source>
        <translation>Ticket: %1</translation>
    </message>
    <message>
        <source>SHA-256: %1</source>
        <translation>SHA-256: %1</translation>
    </message>
    <message>
        <source>Approved by %1 on %2, good until %3</source>
        <translation>Freigegeben von %1 am %2, gilt bis %3</translation>
    </message>
    <message>
        <source>The connection is read-only: close this, unlock it, and open the plan again.</source>
        <translation>Die Verbindung ist nur zum Lesen: Schließen Sie dies, entsperren Sie sie und öffnen Sie den Plan neu.</translation>
    </message>
    <message>
        <source>The window deletes one user at a time, with evidence for each. Run a list with offboardctl run.</source>
        <translation>Das Fenster löscht eine Person auf einmal, mit Nachweis für jede. Führen Sie eine Liste mit „offboardctl run“ aus.</translation>
    </message>
    <message>
        <source>The organisation&apos;s name and the number of users are not typed yet.</source>
        <translation>Der Name der Organisation und die Zahl der Personen sind noch nicht eingegeben.</translation>
    </message>
    <message>
        <source>This plan can be run here: the file was not edited, and each user is checked again right before every change.</source>
        <translation>Dieser Plan kann hier ausgeführt werden: Die Datei wurde nicht bearbeitet, und jede Person wird direkt vor jeder Änderung noch einmal geprüft.</translation>
    </message>
    <message>
        <source>You cannot approve it: %1</source>
        <translation>Sie können ihn nicht freigeben: %1</translation>
    </message>
    <message>
        <source>You have looked at the plan and say yes; it is written into the file</source>
        <translation>Sie haben den Plan angesehen und stimmen zu; das wird in die Datei geschrieben</translation>
    </message>
    <message>
        <source>Runs exactly this file</source>
        <translation>Führt genau diese Datei aus</translation>
    </message>
</context>
<context>
    <name>offboarding::ui::PlanOptionsBox</name>
    <message>
        <source>Sign out everywhere</source>
        <translation>Überall abmelden</translation>
    </message>
    <message>
        <source>Ends every session of the user. Cannot be undone, and need not be.</source>
        <translation>Beendet jede Sitzung der Person. Lässt sich nicht rückgängig machen und muss es auch nicht.</translation>
    </message>
    <message>
        <source>Go offline and off queue</source>
        <translation>Offline und außerhalb der Warteschlange setzen</translation>
    </message>
    <message>
        <source>No new conversation is offered to the user from then on</source>
        <translation>Der Person wird von da an keine neue Konversation angeboten</translation>
    </message>
    <message>
        <source>Release the phone</source>
        <translation>Vom Telefon abmelden</translation>
    </message>
    <message>
        <source>Signs the user off the phone, so that somebody else can use it</source>
        <translation>Meldet die Person vom Telefon ab, damit es jemand anderes verwenden kann</translation>
    </message>
    <message>
        <source>Remove from queues</source>
        <translation>Aus Warteschlangen entfernen</translation>
    </message>
    <message>
        <source>Memberships that a group brings stay</source>
        <translation>Mitgliedschaften aus einer Gruppe bleiben</translation>
    </message>
    <message>
        <source>Remove skills</source>
        <translation>Skills entfernen</translation>
    </message>
    <message>
        <source>Remove languages</source>
        <translation>Sprachen entfernen</translation>
    </message>
    <message>
        <source>Remove from groups</source>
        <translation>Aus Gruppen entfernen</translation>
    </message>
    <message>
        <source>Owners of a group stay its owners</source>
        <translation>Besitzer einer Gruppe bleiben ihre Besitzer</translation>
    </message>
    <message>
        <source>Remove roles</source>
        <translation>Rollen entfernen</translation>
    </message>
    <message>
        <source>Roles that were given directly; inherited ones stay</source>
        <translation>Direkt vergebene Rollen; geerbte bleiben</translation>
    </message>
    <message>
        <source>Re&amp;member for this connection</source>
        <translation>Für diese Verbindung &amp;merken</translation>
    </message>
    <message>
        <source>The same steps are ticked next time</source>
        <translation>Dieselben Schritte sind beim nächsten Mal angekreuzt</translation>
    </message>
    <message>
        <source>What these steps change is written down before, so that Undo run… can put it back. A step whose present state could not be read is refused.</source>
        <translation>Was diese Schritte ändern, wird vorher festgehalten, damit „Lauf rückgängig machen…“ es wiederherstellen kann. Ein Schritt, dessen jetziger Stand nicht gelesen werden konnte, wird abgelehnt.</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>Ticket</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>&amp;Grund</translation>
    </message>
    <message>
        <source>&amp;Ticket</source>
        <translation>Tick&amp;et</translation>
    </message>
</context>
<context>
    <name>offboarding::ui::PlannedDeletionModel</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>in %1</translation>
    </message>
    <message>
        <source>due for %1</source>
        <translation>fällig seit %1</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Due: decide now</source>
        <translation>Fällig: jetzt entscheiden</translation>
    </message>
    <message>
        <source>Missed: nobody decided, nobody was deleted</source>
        <translation>Versäumt: Niemand hat entschieden, niemand wurde gelöscht</translation>
    </message>
    <message>
        <source>Cancelled %1</source>
        <translation>Abgesagt am %1</translation>
    </message>
    <message>
        <source>Cancelled %1 by %2</source>
        <translation>Abgesagt am %1 von %2</translation>
    </message>
    <message>
        <source>Finished: deleted and read back %1</source>
        <translation>Fertig: gelöscht und zurückgelesen am %1</translation>
    </message>
    <message>
        <source>Planned %1</source>
        <translation>Geplant am %1</translation>
    </message>
    <message>
        <source>Reason: %1</source>
        <translation>Grund: %1</translation>
    </message>
    <message>
        <source>Ticket: %1</source>
        <translation>Ticket: %1</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Fällig</translation>
    </message>
    <message>
        <source>Countdown</source>
        <translation>Countdown</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Planned by</source>
        <translation>Geplant von</translation>
    </message>
</context>
<context>
    <name>offboarding::ui::PlannedDeletionsDialog</name>
    <message>
        <source>Cancel &amp;deletion</source>
        <translation>Löschung &amp;absagen</translation>
    </message>
    <message>
        <source>&amp;Force delete…</source>
        <translation>Löschen &amp;erzwingen…</translation>
    </message>
    <message>
        <source>Planned deletions</source>
        <translation>Geplante Löschungen</translation>
    </message>
    <message>
        <source>These users were deactivated, and somebody planned to delete them later. Nothing is deleted by itself: when the date has come, go through Force delete… with all its checks, or cancel.</source>
        <translation>Diese Personen wurden deaktiviert, und jemand hat geplant, sie später zu löschen. Nichts wird von selbst gelöscht: Ist der Tag da, gehen Sie durch „Löschen erzwingen…“ mit allen Prüfungen, oder sagen Sie ab.</translation>
    </message>
    <message>
        <source>No deletion is planned</source>
        <translation>Es ist keine Löschung geplant</translation>
    </message>
    <message>
        <source>Tick “Delete after … days” while deactivating to plan one.</source>
        <translation>Um eine zu planen, kreuzen Sie beim Deaktivieren „Löschen nach … Tagen“ an.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>The user stays deactivated and is not deleted</source>
        <translation>Die Person bleibt deaktiviert und wird nicht gelöscht</translation>
    </message>
    <message>
        <source>This one is over</source>
        <translation>Diese ist abgeschlossen</translation>
    </message>
    <message>
        <source>Select a planned deletion first</source>
        <translation>Zuerst eine geplante Löschung wählen</translation>
    </message>
    <message>
        <source>Open a connection to that organisation first</source>
        <translation>Zuerst eine Verbindung zu dieser Organisation öffnen</translation>
    </message>
    <message>
        <source>Its date has not come yet; cancel it to decide otherwise</source>
        <translation>Ihr Tag ist noch nicht da; sagen Sie sie ab, um anders zu entscheiden</translation>
    </message>
    <message>
        <source>Opens the dialog with all its checks; nothing is sent yet</source>
        <translation>Öffnet den Dialog mit allen Prüfungen; es wird noch nichts gesendet</translation>
    </message>
</context>
<context>
    <name>offboarding::ui::PlannedUserTable</name>
    <message>
        <source>not read</source>
        <translation>nicht gelesen</translation>
    </message>
    <message>
        <source>at least %1</source>
        <translation>mindestens %1</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>Users in this plan</source>
        <translation>Personen in diesem Plan</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Division</source>
        <translation>Division</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Live conversations</source>
        <translation>Laufende Konversationen</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
</context>
<context>
    <name>offboarding::ui::PreviewPage</name>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Konversation</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Zeitachse</translation>
    </message>
    <message>
        <source>References</source>
        <translation>Verweise</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Raw JSON</source>
        <translation>Rohes JSON</translation>
    </message>
    <message>
        <source>Show addresses</source>
        <translation>Adressen zeigen</translation>
    </message>
    <message>
        <source>Numbers, addresses and names of other parties are masked until this is on.</source>
        <translation>Nummern, Adressen und Namen anderer Parteien sind verdeckt, bis dies eingeschaltet ist.</translation>
    </message>
    <message>
        <source>Participants</source>
        <translation>Teilnehmer</translation>
    </message>
    <message>
        <source>No conversation selected</source>
        <translation>Keine Konversation gewählt</translation>
    </message>
    <message>
        <source>Select a conversation to see who is in it and what clearing it would send.</source>
        <translation>Wählen Sie eine Konversation, um zu sehen, wer darin ist und was ihr Bereinigen senden würde.</translation>
    </message>
    <message>
        <source>No longer refers to this user</source>
        <translation>Verweist nicht mehr auf diese Person</translation>
    </message>
    <message>
        <source>The conversation was read again: the user is not in it any more.</source>
        <translation>Die Konversation wurde neu gelesen: Die Person ist nicht mehr darin.</translation>
    </message>
    <message>
        <source>Not in the list any more</source>
        <translation>Nicht mehr in der Liste</translation>
    </message>
    <message>
        <source>The last reading did not find this conversation for the user.</source>
        <translation>Das letzte Lesen hat diese Konversation für die Person nicht gefunden.</translation>
    </message>
    <message>
        <source>start unknown</source>
        <translation>Beginn unbekannt</translation>
    </message>
    <message>
        <source>state unknown</source>
        <translation>Zustand unbekannt</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>beendet</translation>
    </message>
    <message>
        <source>%1 · %2 · %3</source>
        <comment>media, state and start</comment>
        <translation>%1 · %2 · %3</translation>
    </message>
    <message>
        <source>Reading the conversation…</source>
        <translation>Konversation wird gelesen…</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Neu lesen</translation>
    </message>
    <message>
        <source>Select a conversation to see the requests that would clear it.</source>
        <translation>Wählen Sie eine Konversation, um die Anfragen zu sehen, die sie bereinigen würden.</translation>
    </message>
    <message>
        <source>Suggested: %1. Nothing is sent from here; Clear references… asks first.</source>
        <translation>Vorschlag: %1. Von hier wird nichts gesendet; „Verweise bereinigen…“ fragt zuerst.</translation>
    </message>
    <message>
        <source>The conversation could not be read, so nothing is suggested: unknown is not clear.</source>
        <translation>Die Konversation konnte nicht gelesen werden, daher wird nichts vorgeschlagen: Unbekannt ist nicht bereinigt.</translation>
    </message>
    <message>
        <source>A customer is live and the conversation cannot be handed to a queue in this state. Nothing is suggested, because it would cut them off.</source>
        <translation>Ein Kunde ist verbunden, und die Konversation kann in diesem Zustand nicht an eine Warteschlange übergeben werden. Es wird nichts vorgeschlagen, weil es ihn trennen würde.</translation>
    </message>
    <message>
        <source>The conversation has ended. This connection has no request that changes it, and it does not stand in the way.</source>
        <translation>Die Konversation ist beendet. Diese Verbindung hat keine Anfrage, die sie ändert, und sie steht nicht im Weg.</translation>
    </message>
    <message>
        <source>Nothing would be sent.</source>
        <translation>Es würde nichts gesendet.</translation>
    </message>
    <message>
        <source>The server lists no participants</source>
        <translation>Der Server führt keine Teilnehmer auf</translation>
    </message>
    <message>
        <source>Whether anybody is in this conversation is not known. Its body is under Raw JSON.</source>
        <translation>Ob jemand in dieser Konversation ist, ist nicht bekannt. Ihr Inhalt steht unter „Rohes JSON“.</translation>
    </message>
</context>
<context>
    <name>offboarding::ui::RateGauge</name>
    <message>
        <source>limit used up, back in %1 s</source>
        <translation>Limit aufgebraucht, weiter in %1 s</translation>
    </message>
    <message>
        <source>rate budget not known yet</source>
        <translation>Anfragebudget noch nicht bekannt</translation>
    </message>
    <message>
        <source>rate budget %1/%2</source>
        <translation>Anfragebudget %1/%2</translation>
    </message>
    <message>
        <source>Requests used in the current window of the organisation&apos;s rate limit</source>
        <translation>Anfragen im laufenden Fenster des Anfragelimits der Organisation</translation>
    </message>
</context>
<context>
    <name>offboarding::ui::ReferenceTreeModel</name>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message numerus="yes">
        <source>at least %n</source>
        <translation>
            <numerusform>mindestens %n</numerusform>
            <numerusform>mindestens %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen…</translation>
    </message>
    <message>
        <source>Not read yet</source>
        <translation>Noch nicht gelesen</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <comment>age of a reading</comment>
        <translation>vor %1</translation>
    </message>
    <message>
        <source>The list is not all: %1</source>
        <translation>Die Liste ist nicht vollständig: %1</translation>
    </message>
    <message>
        <source>(no name)</source>
        <translation>(kein Name)</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Verweis</translation>
    </message>
    <message>
        <source>Count or value</source>
        <translation>Anzahl oder Wert</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Gelesen</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>Einzelheit</translation>
    </message>
</context>
<context>
    <name>offboarding::ui::ReferencesView</name>
    <message>
        <source>No user selected</source>
        <translation>Keine Person gewählt</translation>
    </message>
    <message>
        <source>Select a user to see everything that still refers to them: conversations, queues, groups, roles, phones and what else they own.</source>
        <translation>Wählen Sie eine Person, um alles zu sehen, was noch auf sie verweist: Konversationen, Warteschlangen, Gruppen, Rollen, Telefone und was ihr sonst gehört.</translation>
    </message>
    <message>
        <source>Reading references</source>
        <translation>Verweise werden gelesen</translation>
    </message>
    <message>
        <source>%v of %m</source>
        <translation>%v von %m</translation>
    </message>
    <message>
        <source>Requests answered</source>
        <translation>Beantwortete Anfragen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Stop reading references</source>
        <translation>Lesen der Verweise anhalten</translation>
    </message>
    <message>
        <source>What was not read yet stays as it was.</source>
        <translation>Was noch nicht gelesen wurde, bleibt, wie es war.</translation>
    </message>
    <message>
        <source>References</source>
        <translation>Verweise</translation>
    </message>
    <message>
        <source>Copy rows</source>
        <translation>Zeilen kopieren</translation>
    </message>
    <message>
        <source>Expand all</source>
        <translation>Alle aufklappen</translation>
    </message>
    <message>
        <source>Collapse all</source>
        <translation>Alle zuklappen</translation>
    </message>
    <message>
        <source>Only the first %1 of the selected users.</source>
        <translation>Nur die ersten %1 der gewählten Personen.</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen…</translation>
    </message>
    <message numerus="yes">
        <source>%n source(s) not read yet.</source>
        <translation>
            <numerusform>%n Quelle noch nicht gelesen.</numerusform>
            <numerusform>%n Quellen noch nicht gelesen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n source(s) not known for certain: %1.</source>
        <translation>
            <numerusform>%n Quelle nicht sicher bekannt: %1.</numerusform>
            <numerusform>%n Quellen nicht sicher bekannt: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Every source was read.</source>
        <translation>Jede Quelle wurde gelesen.</translation>
    </message>
    <message>
        <source>The oldest reading is %1 old.</source>
        <translation>Der älteste Lesestand ist %1 alt.</translation>
    </message>
    <message>
        <source>Everything that refers to the selected users</source>
        <translation>Alles, was auf die gewählten Personen verweist</translation>
    </message>
    <message numerus="yes">
        <source>Read everything of %n user(s)</source>
        <translation>
            <numerusform>Alles von %n Person lesen</numerusform>
            <numerusform>Alles von %n Personen lesen</numerusform>
        </translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Neu lesen</translation>
    </message>
    <message>
        <source>Read all references again</source>
        <translation>Alle Verweise neu lesen</translation>
    </message>
</context>
<context>
    <name>offboarding::ui::ReportCheckWindow</name>
    <message>
        <source>Report check</source>
        <translation>Berichtsprüfung</translation>
    </message>
    <message>
        <source>What to do about the selected row</source>
        <translation>Was bei der gewählten Zeile zu tun ist</translation>
    </message>
    <message>
        <source>Search index</source>
        <translation>Suchindex</translation>
    </message>
    <message>
        <source>Report definitions</source>
        <translation>Berichtsdefinitionen</translation>
    </message>
    <message>
        <source>%v of %m</source>
        <translation>%v von %m</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Anhalten</translation>
    </message>
    <message>
        <source>What was read stays; what was not is shown as unknown</source>
        <translation>Was gelesen wurde, bleibt; was nicht, wird als unbekannt gezeigt</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Check &amp;again</source>
        <translation>Erneut &amp;prüfen</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportieren…</translation>
    </message>
    <message>
        <source>Write everything that is listed here to a file</source>
        <translation>Alles hier Aufgeführte in eine Datei schreiben</translation>
    </message>
    <message>
        <source>Why reports may still show somebody</source>
        <translation>Warum Berichte jemanden noch zeigen können</translation>
    </message>
    <message>
        <source>Why reports may still show %1</source>
        <translation>Warum Berichte %1 noch zeigen können</translation>
    </message>
    <message numerus="yes">
        <source>Why reports may still show %n user(s)</source>
        <translation>
            <numerusform>Warum Berichte %n Person noch zeigen können</numerusform>
            <numerusform>Warum Berichte %n Personen noch zeigen können</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) name the user(s)</source>
        <translation>
            <numerusform>%n Stelle nennt eine gewählte Person</numerusform>
            <numerusform>%n Stellen nennen gewählte Personen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n filter(s) do not exclude inactive users</source>
        <translation>
            <numerusform>%n Filter schließt inaktive Personen nicht aus</numerusform>
            <numerusform>%n Filter schließen inaktive Personen nicht aus</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) could not be looked into</source>
        <translation>
            <numerusform>%n Sache konnte nicht untersucht werden</numerusform>
            <numerusform>%n Sachen konnten nicht untersucht werden</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading report definitions…</source>
        <translation>Berichtsdefinitionen werden gelesen…</translation>
    </message>
    <message>
        <source>Nothing was read</source>
        <translation>Nichts wurde gelesen</translation>
    </message>
    <message>
        <source>No report definition was looked into.</source>
        <translation>Keine Berichtsdefinition wurde untersucht.</translation>
    </message>
    <message>
        <source>Stopped: what was not read by then is not known.</source>
        <translation>Angehalten: Was bis dahin nicht gelesen wurde, ist nicht bekannt.</translation>
    </message>
    <message numerus="yes">
        <source>The search index is still behind for %n user(s): lists and reports that use it show an older state.</source>
        <translation>
            <numerusform>Der Suchindex ist bei %n Person noch im Rückstand: Listen und Berichte, die ihn verwenden, zeigen einen älteren Zustand.</numerusform>
            <numerusform>Der Suchindex ist bei %n Personen noch im Rückstand: Listen und Berichte, die ihn verwenden, zeigen einen älteren Zustand.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Whether the search index has caught up is not known for %n user(s).</source>
        <translation>
            <numerusform>Ob der Suchindex aufgeholt hat, ist bei %n Person nicht bekannt.</numerusform>
            <numerusform>Ob der Suchindex aufgeholt hat, ist bei %n Personen nicht bekannt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Some definitions could not be read: how many show the user is not known.</source>
        <translation>Einige Definitionen konnten nicht gelesen werden: Wie viele die Person zeigen, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Erneut prüfen</translation>
    </message>
    <message>
        <source>Stopping, %1 s</source>
        <translation>Hält an, %1 s</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>Read at %1, in %2 s</source>
        <translation>Gelesen am %1, in %2 s</translation>
    </message>
</context>
<context>
    <name>offboarding::ui::ReportDefinitionModel</name>
    <message>
        <source>this account</source>
        <translation>dieses Konto</translation>
    </message>
    <message>
        <source>every inactive user</source>
        <translation>jede inaktive Person</translation>
    </message>
    <message numerus="yes">
        <source>%n hidden</source>
        <translation>
            <numerusform>%n verborgen</numerusform>
            <numerusform>%n verborgen</numerusform>
        </translation>
    </message>
    <message>
        <source>how many is not known</source>
        <translation>wie viele, ist nicht bekannt</translation>
    </message>
    <message>
        <source>other people</source>
        <translation>andere Personen</translation>
    </message>
    <message>
        <source>Where: %1</source>
        <translation>Wo: %1</translation>
    </message>
    <message>
        <source>Id: %1</source>
        <translation>ID: %1</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Befund</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Besitzer</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>What to change</source>
        <translation>Was zu ändern ist</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
</context>
<context>
    <name>offboarding::ui::ReportExporter</name>
    <message>
        <source>CSV for spreadsheets (*.csv)</source>
        <translation>CSV für Tabellenprogramme (*.csv)</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>The file was not written</source>
        <translation>Die Datei wurde nicht geschrieben</translation>
    </message>
    <message>
        <source>%1
%2</source>
        <translation>%1
%2</translation>
    </message>
    <message>
        <source>Export users</source>
        <translation>Personen exportieren</translation>
    </message>
    <message>
        <source>Export the result</source>
        <translation>Ergebnis exportieren</translation>
    </message>
    <message>
        <source>Export evidence</source>
        <translation>Nachweis exportieren</translation>
    </message>
    <message>
        <source>Export the report check</source>
        <translation>Berichtsprüfung exportieren</translation>
    </message>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation>Excel-Arbeitsmappe (*.xlsx)</translation>
    </message>
    <message>
        <source>Web page (*.html)</source>
        <translation>Webseite (*.html)</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Evidence pack (*.zip)</source>
        <translation>Nachweispaket (*.zip)</translation>
    </message>
</context>
<context>
    <name>offboarding::ui::RequestView</name>
    <message>
        <source>Copy as &amp;curl</source>
        <translation>Als &amp;curl kopieren</translation>
    </message>
    <message>
        <source>Copy &amp;all as curl</source>
        <translation>&amp;Alle als curl kopieren</translation>
    </message>
    <message>
        <source>Requests of this plan</source>
        <translation>Anfragen dieses Plans</translation>
    </message>
    <message>
        <source>These requests are sent, in this order. Copied commands take the secret from the variable $TOKEN of your shell.</source>
        <translation>Diese Anfragen werden in dieser Reihenfolge gesendet. Kopierte Befehle nehmen das Geheimnis aus der Variablen $TOKEN Ihrer Shell.</translation>
    </message>
    <message>
        <source>%1. %2: %3</source>
        <translation>%1. %2: %3</translation>
    </message>
</context>
<context>
    <name>offboarding::ui::RestoreDialog</name>
    <message>
        <source>Restore users</source>
        <translation>Personen wiederherstellen</translation>
    </message>
    <message>
        <source>&amp;Users</source>
        <translation>&amp;Personen</translation>
    </message>
    <message>
        <source>Comes back: the sign-in, the place in the directory, and roles that come from groups.</source>
        <translation>Kommt zurück: die Anmeldung, der Platz im Verzeichnis und Rollen aus Gruppen.</translation>
    </message>
    <message>
        <source>Does not come back: roles given directly to the user; for a deleted user also the division, the extension and the default station. Write them down or give them again by hand.</source>
        <translation>Kommt nicht zurück: direkt vergebene Rollen; bei Gelöschten auch Division, Durchwahl und Standardstation. Notieren Sie sie oder vergeben Sie sie von Hand neu.</translation>
    </message>
    <message>
        <source>A user who was erased for data protection cannot be restored.</source>
        <translation>Wer aus Datenschutzgründen getilgt wurde, kann nicht wiederhergestellt werden.</translation>
    </message>
    <message numerus="yes">
        <source>Reading %n user(s) …</source>
        <translation>
            <numerusform>Lese %n Person …</numerusform>
            <numerusform>Lese %n Personen …</numerusform>
        </translation>
    </message>
    <message>
        <source>Restore %1 in %2?</source>
        <translation>%1 in %2 wiederherstellen?</translation>
    </message>
    <message numerus="yes">
        <source>Restore %n user(s) in %1?</source>
        <translation>
            <numerusform>%n Person in %1 wiederherstellen?</numerusform>
            <numerusform>%n Personen in %1 wiederherstellen?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Restore %n user(s)</source>
        <translation>
            <numerusform>%n Person wiederherstellen</numerusform>
            <numerusform>%n Personen wiederherstellen</numerusform>
        </translation>
    </message>
    <message>
        <source>Could not be read: %1</source>
        <translation>Konnte nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>Every one of these users is active already.</source>
        <translation>Alle diese Personen sind bereits aktiv.</translation>
    </message>
</context>
<context>
    <name>offboarding::ui::RunResultDialog</name>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>&amp;Steps</source>
        <translation>&amp;Schritte</translation>
    </message>
    <message>
        <source>Conversations in the &amp;way</source>
        <translation>Konversationen im &amp;Weg</translation>
    </message>
    <message numerus="yes">
        <source>%1: all %n step(s) were done and read back.</source>
        <translation>
            <numerusform>%1: %n Schritt wurde erledigt und zurückgelesen.</numerusform>
            <numerusform>%1: Alle %n Schritte wurden erledigt und zurückgelesen.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: the server refused, because interactions still refer to the user. Nothing was deleted.</source>
        <translation>%1: Der Server hat abgelehnt, weil noch Interaktionen auf die Person verweisen. Es wurde nichts gelöscht.</translation>
    </message>
    <message>
        <source>%1: not everything was done. Failed: %2, skipped: %3, done: %4, kept: %5, waiting: %6.</source>
        <translation>%1: Nicht alles wurde erledigt. Fehlgeschlagen: %2, übersprungen: %3, erledigt: %4, belassen: %5, wartend: %6.</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ausgang</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>Einzelheit</translation>
    </message>
    <message>
        <source>Clear &amp;references…</source>
        <translation>&amp;Verweise bereinigen…</translation>
    </message>
    <message>
        <source>Take the user out of these conversations</source>
        <translation>Die Person aus diesen Konversationen nehmen</translation>
    </message>
    <message>
        <source>Deactivate &amp;instead</source>
        <translation>Stattdessen &amp;deaktivieren</translation>
    </message>
    <message>
        <source>Takes access away, keeps the history, and can be undone</source>
        <translation>Entzieht den Zugang, bewahrt den Verlauf und lässt sich rückgängig machen</translation>
    </message>
    <message>
        <source>Re&amp;try failed…</source>
        <translation>Fehlgeschlagene erneu&amp;t versuchen…</translation>
    </message>
    <message>
        <source>Plan the act anew for the users who are not finished</source>
        <translation>Den Vorgang für die Personen neu planen, die nicht fertig sind</translation>
    </message>
    <message>
        <source>&amp;Undo run…</source>
        <translation>Lauf &amp;rückgängig machen…</translation>
    </message>
    <message>
        <source>&amp;Export result…</source>
        <translation>Ergebnis &amp;exportieren…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>What happened in this step</source>
        <translation>Was in diesem Schritt geschah</translation>
    </message>
    <message>
        <source>Report &amp;check…</source>
        <translation>&amp;Berichtsprüfung…</translation>
    </message>
    <message>
        <source>Why reports may still show the users</source>
        <translation>Warum Berichte die Personen noch zeigen können</translation>
    </message>
    <message>
        <source>Journal: %1</source>
        <translation>Journal: %1</translation>
    </message>
    <message>
        <source>It could not be written to its end; nothing was sent after that. %1</source>
        <translation>Es konnte nicht bis zum Ende geschrieben werden; danach wurde nichts gesendet. %1</translation>
    </message>
    <message>
        <source>Remaining &amp;differences</source>
        <translation>Verbleibende &amp;Unterschiede</translation>
    </message>
    <message numerus="yes">
        <source>Compared with what was kept before the run: %1 of %n user(s).</source>
        <translation>
            <numerusform>Mit dem Stand vor dem Lauf verglichen: %1 von %n Person.</numerusform>
            <numerusform>Mit dem Stand vor dem Lauf verglichen: %1 von %n Personen.</numerusform>
        </translation>
    </message>
    <message>
        <source>These differences remain:</source>
        <translation>Diese Unterschiede bleiben:</translation>
    </message>
    <message>
        <source>Everything is as it was.</source>
        <translation>Alles ist, wie es war.</translation>
    </message>
    <message>
        <source>Nothing is known of the others.</source>
        <translation>Von den anderen ist nichts bekannt.</translation>
    </message>
    <message>
        <source>Shows what can be put back, what cannot and why</source>
        <translation>Zeigt, was sich wiederherstellen lässt, was nicht und warum</translation>
    </message>
</context>
<context>
    <name>offboarding::ui::SearchIndexModel</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>State, read directly</source>
        <translation>Zustand, direkt gelesen</translation>
    </message>
    <message>
        <source>Search index</source>
        <translation>Suchindex</translation>
    </message>
    <message>
        <source>Looked</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Dauer</translation>
    </message>
</context>
<context>
    <name>offboarding::ui::Session</name>
    <message>
        <source>The sign-in ends at %1 and is not renewed by itself. Sign in again before, or work will have to wait then.</source>
        <translation>Die Anmeldung endet um %1 und wird nicht von selbst erneuert. Melden Sie sich vorher neu an, sonst muss die Arbeit dann warten.</translation>
    </message>
    <message>
        <source>The server no longer accepts the sign-in. What is going on waits; sign in again and it goes on.</source>
        <translation>Der Server erkennt die Anmeldung nicht mehr an. Was läuft, wartet; melden Sie sich neu an, dann geht es weiter.</translation>
    </message>
    <message>
        <source>Signed out here</source>
        <translation>Hier abgemeldet</translation>
    </message>
    <message>
        <source>The token is forgotten here, but it was not certain that the server took it back.</source>
        <translation>Das Token ist hier vergessen, aber es war nicht sicher, dass der Server es zurückgenommen hat.</translation>
    </message>
</context>
<context>
    <name>offboarding::ui::SignInController</name>
    <message>
        <source>The session ended.</source>
        <translation>Die Anmeldung ist abgelaufen.</translation>
    </message>
    <message>
        <source>Trying with what this session knows…</source>
        <translation>Versuche es mit dem, was diese Sitzung weiß…</translation>
    </message>
    <message>
        <source>Reading the proxy&apos;s password from the keychain…</source>
        <translation>Lese das Kennwort des Proxys aus dem Schlüsselbund…</translation>
    </message>
    <message>
        <source>Signing in with what the keychain holds…</source>
        <translation>Melde mit dem an, was der Schlüsselbund hat…</translation>
    </message>
    <message>
        <source>Preparing the sign-in page…</source>
        <translation>Bereite die Anmeldeseite vor…</translation>
    </message>
    <message>
        <source>Asking the server whose token this is…</source>
        <translation>Frage den Server, wem dieses Token gehört…</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>Melde an…</translation>
    </message>
    <message>
        <source>You can close this page</source>
        <translation>Sie können diese Seite schließen</translation>
    </message>
    <message>
        <source>The console goes on with signing you in.</source>
        <translation>Die Konsole setzt die Anmeldung fort.</translation>
    </message>
    <message>
        <source>Not signed in</source>
        <translation>Nicht angemeldet</translation>
    </message>
    <message>
        <source>You can close this page. The console says what happened.</source>
        <translation>Sie können diese Seite schließen. Die Konsole sagt, was geschehen ist.</translation>
    </message>
</context>
<context>
    <name>offboarding::ui::SignInDialog</name>
    <message>
        <source>Sign in as somebody &amp;else than the browser is signed in as</source>
        <translation>Mit einem anderen Konto an&amp;melden als dem im Browser</translation>
    </message>
    <message>
        <source>Client secret</source>
        <translation>Client-Geheimnis</translation>
    </message>
    <message>
        <source>&amp;Keep it in the keychain</source>
        <translation>Im Schlüsselbund &amp;behalten</translation>
    </message>
    <message>
        <source>Access token</source>
        <translation>Zugriffstoken</translation>
    </message>
    <message>
        <source>Proxy password</source>
        <translation>Proxy-Kennwort</translation>
    </message>
    <message>
        <source>Copy &amp;address</source>
        <translation>A&amp;dresse kopieren</translation>
    </message>
    <message>
        <source>&amp;Try the keychain again</source>
        <translation>Schlüsselbund noch einmal &amp;versuchen</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>&amp;Sign in</source>
        <translation>&amp;Anmelden</translation>
    </message>
    <message>
        <source>Proxy &amp;password</source>
        <translation>Proxy-&amp;Kennwort</translation>
    </message>
    <message>
        <source>&amp;Copy required permissions…</source>
        <translation>Nötige Bere&amp;chtigungen kopieren…</translation>
    </message>
    <message>
        <source>Stop &amp;waiting</source>
        <translation>Nicht &amp;länger warten</translation>
    </message>
    <message>
        <source>Ends what waits: none of it was carried out</source>
        <translation>Beendet, was wartet: Nichts davon wurde ausgeführt</translation>
    </message>
    <message>
        <source>The organisation&apos;s own sign-in page opens in your browser. Afterwards the browser comes back to this computer and you go on here.</source>
        <translation>Die Anmeldeseite der Organisation öffnet sich in Ihrem Browser. Danach kommt der Browser auf diesen Rechner zurück, und Sie machen hier weiter.</translation>
    </message>
    <message>
        <source>Client ID</source>
        <translation>Client-ID</translation>
    </message>
    <message>
        <source>Client s&amp;ecret</source>
        <translation>Client-G&amp;eheimnis</translation>
    </message>
    <message>
        <source>Access t&amp;oken</source>
        <translation>Zugriffst&amp;oken</translation>
    </message>
    <message>
        <source>For this session only: it is never stored, and when it ends you paste another one.</source>
        <translation>Nur für diese Sitzung: Es wird nie gespeichert, und wenn es endet, fügen Sie ein anderes ein.</translation>
    </message>
    <message>
        <source>Signing in</source>
        <translation>Anmeldung</translation>
    </message>
    <message>
        <source>The address of the sign-in page, to open it in another browser on this computer. It holds no secret.</source>
        <translation>Die Adresse der Anmeldeseite, um sie in einem anderen Browser auf diesem Rechner zu öffnen. Sie enthält kein Geheimnis.</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Copy &amp;details</source>
        <translation>E&amp;inzelheiten kopieren</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>Neu anmelden</translation>
    </message>
    <message>
        <source>Sign in as %1 again.</source>
        <translation>Melden Sie sich neu als %1 an.</translation>
    </message>
    <message>
        <source>%1 What is going on waits and continues after the sign-in; none of what waits was carried out. %2</source>
        <translation>%1 Was läuft, wartet und geht nach der Anmeldung weiter; nichts Wartendes wurde ausgeführt. %2</translation>
    </message>
    <message>
        <source>Sign in on the page that opened in your browser. If no page opened, copy its address and open it in a browser on this computer.</source>
        <translation>Melden Sie sich auf der Seite an, die sich in Ihrem Browser geöffnet hat. Hat sich keine geöffnet, kopieren Sie ihre Adresse und öffnen Sie sie in einem Browser auf diesem Rechner.</translation>
    </message>
    <message>
        <source>The browser could not be opened. Copy the address and open it in a browser on this computer; the sign-in goes on here.</source>
        <translation>Der Browser konnte nicht geöffnet werden. Kopieren Sie die Adresse und öffnen Sie sie in einem Browser auf diesem Rechner; die Anmeldung geht hier weiter.</translation>
    </message>
    <message>
        <source>The sign-in is going on</source>
        <translation>Die Anmeldung läuft</translation>
    </message>
    <message>
        <source>Type the client secret first</source>
        <translation>Zuerst das Client-Geheimnis eingeben</translation>
    </message>
    <message>
        <source>Paste an access token first</source>
        <translation>Zuerst ein Zugriffstoken einfügen</translation>
    </message>
    <message>
        <source>Sign in with the &amp;browser</source>
        <translation>Mit dem B&amp;rowser anmelden</translation>
    </message>
    <message>
        <source>Sign &amp;in</source>
        <translation>A&amp;nmelden</translation>
    </message>
    <message>
        <source>Stop signing in</source>
        <translation>Anmelden abbrechen</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Jetzt nicht</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>offboarding::ui::StateFilterBar</name>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>Inactive</source>
        <translation>Inaktiv</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Gelöscht</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
</context>
<context>
    <name>offboarding::ui::StatePage</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>offboarding::ui::StatusArea</name>
    <message>
        <source>reading users: %1 of %2</source>
        <translation>lese Personen: %1 von %2</translation>
    </message>
    <message>
        <source>reading users…</source>
        <translation>lese Personen…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln user(s)</source>
        <translation>
            <numerusform>%Ln Person</numerusform>
            <numerusform>%Ln Personen</numerusform>
        </translation>
    </message>
    <message>
        <source>users not read</source>
        <translation>Personen nicht gelesen</translation>
    </message>
    <message>
        <source>%1, read %2 ago</source>
        <translation>%1, vor %2 gelesen</translation>
    </message>
    <message>
        <source>%1, incomplete</source>
        <translation>%1, unvollständig</translation>
    </message>
    <message>
        <source>%1 · reading again…</source>
        <translation>%1 · wird neu gelesen…</translation>
    </message>
    <message>
        <source>%1 · the last refresh failed</source>
        <translation>%1 · die letzte Aktualisierung ist gescheitert</translation>
    </message>
    <message numerus="yes">
        <source>%n running</source>
        <translation>
            <numerusform>%n läuft</numerusform>
            <numerusform>%n laufen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>offboarding::ui::TimelineTableModel</name>
    <message>
        <source>(no name)</source>
        <translation>(kein Name)</translation>
    </message>
    <message>
        <source>%1, leaver</source>
        <translation>%1, scheidet aus</translation>
    </message>
    <message>
        <source>The server sent no times.</source>
        <translation>Der Server hat keine Zeiten gesendet.</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>The server&apos;s end of it is missing or before its start.</source>
        <translation>Das Ende fehlt oder liegt laut Server vor dem Beginn.</translation>
    </message>
    <message>
        <source>Party</source>
        <translation>Partei</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Anmerkung</translation>
    </message>
</context>
<context>
    <name>offboarding::ui::TimelineView</name>
    <message>
        <source>Timeline as table</source>
        <translation>Zeitachse als Tabelle</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Einpassen</translation>
    </message>
    <message>
        <source>Fit the whole conversation</source>
        <translation>Die ganze Konversation einpassen</translation>
    </message>
    <message>
        <source>Show as table</source>
        <translation>Als Tabelle zeigen</translation>
    </message>
    <message>
        <source>Legend of the timeline</source>
        <translation>Legende der Zeitachse</translation>
    </message>
</context>
<context>
    <name>offboarding::ui::TimelineWidget</name>
    <message>
        <source>There is nothing to draw.</source>
        <translation>Es gibt nichts zu zeichnen.</translation>
    </message>
    <message>
        <source>The server sent no times for this conversation.</source>
        <translation>Der Server hat für diese Konversation keine Zeiten gesendet.</translation>
    </message>
    <message>
        <source>leaver</source>
        <translation>scheidet aus</translation>
    </message>
    <message>
        <source>leaver · %1</source>
        <translation>scheidet aus · %1</translation>
    </message>
    <message>
        <source>no times</source>
        <translation>keine Zeiten</translation>
    </message>
    <message>
        <source>%1 · no times</source>
        <translation>%1 · keine Zeiten</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>Local time (%1)</source>
        <translation>Ortszeit (%1)</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Zeitachse</translation>
    </message>
    <message>
        <source>(no name)</source>
        <translation>(kein Name)</translation>
    </message>
    <message>
        <source>Unknown (%1)</source>
        <translation>Unbekannt (%1)</translation>
    </message>
    <message>
        <source>%1, leaver</source>
        <translation>%1, scheidet aus</translation>
    </message>
    <message>
        <source>now, still going on</source>
        <translation>jetzt, dauert an</translation>
    </message>
    <message>
        <source>%1: %2, %3 to %4, %5</source>
        <translation>%1: %2, %3 bis %4, %5</translation>
    </message>
    <message>
        <source>The server&apos;s end of it is missing or before its start.</source>
        <translation>Das Ende fehlt oder liegt laut Server vor dem Beginn.</translation>
    </message>
    <message>
        <source>Segment %1 of %2. %3</source>
        <translation>Abschnitt %1 von %2. %3</translation>
    </message>
    <message numerus="yes">
        <source>%n segment(s). The arrow keys move between them.</source>
        <translation>
            <numerusform>%n Abschnitt. Die Pfeiltasten wechseln zwischen ihnen.</numerusform>
            <numerusform>%n Abschnitte. Die Pfeiltasten wechseln zwischen ihnen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>offboarding::ui::UndoController</name>
    <message>
        <source>Undo the run of a journal</source>
        <translation>Den Lauf eines Journals rückgängig machen</translation>
    </message>
    <message>
        <source>Journals (*.jsonl)</source>
        <translation>Journale (*.jsonl)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>This journal cannot be used</source>
        <translation>Dieses Journal kann nicht verwendet werden</translation>
    </message>
    <message>
        <source>The run was made in another organisation: open a connection to that one.</source>
        <translation>Der Lauf fand in einer anderen Organisation statt: Öffnen Sie eine Verbindung zu ihr.</translation>
    </message>
</context>
<context>
    <name>offboarding::ui::UndoDialog</name>
    <message>
        <source>Undo run</source>
        <translation>Lauf rückgängig machen</translation>
    </message>
    <message>
        <source>Put back what “%1” changed about %2 in %3?</source>
        <translation>Wiederherstellen, was „%1“ an %2 in %3 geändert hat?</translation>
    </message>
    <message numerus="yes">
        <source>Put back what “%1” changed about %n user(s) in %2?</source>
        <translation>
            <numerusform>Wiederherstellen, was „%1“ an %n Person in %2 geändert hat?</numerusform>
            <numerusform>Wiederherstellen, was „%1“ an %n Personen in %2 geändert hat?</numerusform>
        </translation>
    </message>
    <message>
        <source>It is a run of its own: each thing is read before and after, and at the end everything is compared with what was kept before the run. What still differs is listed then.</source>
        <translation>Es ist ein eigener Lauf: Alles wird vorher und nachher gelesen, und am Ende wird alles mit dem Stand vor dem Lauf verglichen. Was dann noch abweicht, wird aufgeführt.</translation>
    </message>
    <message>
        <source>What can be put &amp;back</source>
        <translation>Was sich &amp;wiederherstellen lässt</translation>
    </message>
    <message>
        <source>Re&amp;quests</source>
        <translation>An&amp;fragen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Save plan…</source>
        <translation>Plan &amp;speichern…</translation>
    </message>
    <message numerus="yes">
        <source>Put back for %n user(s)</source>
        <translation>
            <numerusform>Für %n Person wiederherstellen</numerusform>
            <numerusform>Für %n Personen wiederherstellen</numerusform>
        </translation>
    </message>
    <message>
        <source>What can be put back</source>
        <translation>Was sich wiederherstellen lässt</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>Wiederherstellbar</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Which</source>
        <translation>Eintrag</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>There is nothing that could be put back.</source>
        <translation>Es gibt nichts, was sich wiederherstellen ließe.</translation>
    </message>
    <message>
        <source>A second person has to approve this: choose Save plan…, let them open it with Open plan… and approve it, then open it here and run it.</source>
        <translation>Eine zweite Person muss dies freigeben: Wählen Sie „Plan speichern…“, lassen Sie sie den Plan mit „Plan öffnen…“ öffnen und freigeben, öffnen Sie ihn dann hier und führen Sie ihn aus.</translation>
    </message>
    <message>
        <source>The connection is read-only: close this, unlock it, and start again.</source>
        <translation>Die Verbindung ist nur zum Lesen: Schließen Sie dies, entsperren Sie sie und beginnen Sie neu.</translation>
    </message>
    <message>
        <source>The preview is older than two minutes: close this, and start again.</source>
        <translation>Die Vorschau ist älter als zwei Minuten: Schließen Sie dies und beginnen Sie neu.</translation>
    </message>
</context>
<context>
    <name>offboarding::ui::UserTableModel</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>Abteilung</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Division</source>
        <translation>Division</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Presence</source>
        <translation>Präsenz</translation>
    </message>
    <message>
        <source>Routing status</source>
        <translation>Routing-Status</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>Last login</source>
        <translation>Letzte Anmeldung</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>unknown (%1)</source>
        <translation>unbekannt (%1)</translation>
    </message>
    <message>
        <source>not read</source>
        <translation>nicht gelesen</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
</context>
<context>
    <name>offboarding::ui::UserTableView</name>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Personen</translation>
    </message>
</context>
<context>
    <name>offboarding::ui::UsersPage</name>
    <message>
        <source>Search users</source>
        <translation>Personen suchen</translation>
    </message>
    <message>
        <source>Search name, e-mail, department, title or ID</source>
        <translation>Name, E-Mail, Abteilung, Titel oder ID suchen</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Choose the columns of the table</source>
        <translation>Die Spalten der Tabelle wählen</translation>
    </message>
    <message>
        <source>The list may be out of date or incomplete. %1</source>
        <translation>Die Liste kann veraltet oder unvollständig sein. %1</translation>
    </message>
    <message>
        <source>The list is incomplete: %1</source>
        <translation>Die Liste ist unvollständig: %1</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>The users could not be read</source>
        <translation>Die Personen konnten nicht gelesen werden</translation>
    </message>
    <message>
        <source>This organisation has no users</source>
        <translation>Diese Organisation hat keine Personen</translation>
    </message>
    <message>
        <source>Nobody was listed. If you expected users, your account may not see their division.</source>
        <translation>Niemand wurde aufgelistet. Haben Sie Personen erwartet, darf Ihr Konto deren Division vielleicht nicht sehen.</translation>
    </message>
    <message>
        <source>Reading users…</source>
        <translation>Personen werden gelesen…</translation>
    </message>
    <message>
        <source>No user matches</source>
        <translation>Niemand passt</translation>
    </message>
    <message>
        <source>No user in this list has all of the words that you typed. Look in all states, or search for less.</source>
        <translation>Niemand in dieser Liste hat alle eingegebenen Wörter. Suchen Sie in allen Zuständen oder nach weniger.</translation>
    </message>
    <message>
        <source>Show all users</source>
        <translation>Alle Personen zeigen</translation>
    </message>
</context>
<context>
    <name>offboarding::ui::WelcomePage</name>
    <message>
        <source>Open the demo organisation</source>
        <translation>Die Demo-Organisation öffnen</translation>
    </message>
    <message>
        <source>Offboarding Console</source>
        <translation>Offboarding Console</translation>
    </message>
    <message>
        <source>Take leavers out, safely</source>
        <translation>Ausscheidende sicher herausnehmen</translation>
    </message>
    <message>
        <source>See everything in a Genesys Cloud organisation that still refers to a person, know exactly what will happen, stop at any time, and prove it afterwards.</source>
        <translation>Sehen Sie alles, was in einer Genesys-Cloud-Organisation noch auf eine Person verweist, wissen Sie genau, was geschehen wird, halten Sie jederzeit an, und belegen Sie es danach.</translation>
    </message>
    <message>
        <source>5,000 invented people on this computer. Nothing leaves it, and nothing can break.</source>
        <translation>5.000 erfundene Personen auf diesem Rechner. Nichts verlässt ihn, und nichts kann kaputtgehen.</translation>
    </message>
    <message>
        <source>Connect to Genesys Cloud…</source>
        <translation>Mit Genesys Cloud verbinden…</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>Öff&amp;nen</translation>
    </message>
    <message>
        <source>&amp;Manage connections…</source>
        <translation>&amp;Verbindungen verwalten…</translation>
    </message>
    <message>
        <source>Any region, a gateway or a test server. Production starts read-only, and secrets stay in the desktop&apos;s keychain.</source>
        <translation>Jede Region, ein Gateway oder ein Testserver. Produktion beginnt nur zum Lesen, und Geheimnisse bleiben im Schlüsselbund.</translation>
    </message>
    <message>
        <source>Saved connections</source>
        <translation>Gespeicherte Verbindungen</translation>
    </message>
    <message>
        <source>Manage connections…</source>
        <translation>Verbindungen verwalten…</translation>
    </message>
    <message>
        <source>&amp;Saved connections</source>
        <translation>&amp;Gespeicherte Verbindungen</translation>
    </message>
    <message>
        <source>%1 · %2 · %3</source>
        <translation>%1 · %2 · %3</translation>
    </message>
</context>
<context>
    <name>offboarding::ui::WorkArea</name>
    <message>
        <source>Users</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Konversationen</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Aktivität</translation>
    </message>
</context>
</TS>
