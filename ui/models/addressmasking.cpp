// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/addressmasking.h"

#include <QJsonArray>
#include <QSet>

namespace offboarding::ui {

namespace {

constexpr int visibleCharacters = 3;
constexpr int deepestLevel = 64;

bool isMachinery(const QString &purpose)
{
    static const QSet<QString> purposes{QStringLiteral("acd"),      QStringLiteral("ivr"),
                                        QStringLiteral("workflow"), QStringLiteral("botflow"),
                                        QStringLiteral("group"),    QStringLiteral("station")};
    return purposes.contains(purpose.toLower());
}

bool isStaff(const QString &userId, const QString &purpose)
{
    return !userId.isEmpty() || purpose.compare(QLatin1String("agent"), Qt::CaseInsensitive) == 0 ||
           purpose.compare(QLatin1String("user"), Qt::CaseInsensitive) == 0;
}

/// Keys that carry a number, an address or a handle of a party, wherever they appear.
bool isAddressKey(const QString &key)
{
    static const QSet<QString> keys{QStringLiteral("ani"),
                                    QStringLiteral("dnis"),
                                    QStringLiteral("address"),
                                    QStringLiteral("addressfrom"),
                                    QStringLiteral("addressto"),
                                    QStringLiteral("addressself"),
                                    QStringLiteral("addressother"),
                                    QStringLiteral("callbacknumbers"),
                                    QStringLiteral("fromaddress"),
                                    QStringLiteral("toaddress"),
                                    QStringLiteral("toaddresses"),
                                    QStringLiteral("addressnormalized"),
                                    QStringLiteral("addressraw"),
                                    QStringLiteral("addressdisplayable"),
                                    QStringLiteral("callbackusername"),
                                    QStringLiteral("aninormalized"),
                                    QStringLiteral("dnisnormalized")};
    return keys.contains(key.toLower());
}

bool isNameKey(const QString &key)
{
    const QString folded = key.toLower();
    return folded == QLatin1String("name") || folded == QLatin1String("aniname") ||
           folded == QLatin1String("firstname") || folded == QLatin1String("lastname");
}

QJsonValue maskedValue(const QJsonValue &value, bool isOther, bool isAddress, int level);

QJsonObject maskedObject(const QJsonObject &object, bool isOther, int level)
{
    // A participant decides for everything below it whose names are at stake.
    bool isOtherHere = isOther;
    if (object.contains(QLatin1String("purpose"))) {
        const QString purpose = object.value(QLatin1String("purpose")).toString();
        isOtherHere =
            !isStaff(object.value(QLatin1String("userId")).toString(), purpose) && !isMachinery(purpose);
    }
    QJsonObject result;
    for (auto member = object.begin(); member != object.end(); ++member) {
        const bool isAddress = isAddressKey(member.key()) || (isOtherHere && isNameKey(member.key()));
        result.insert(member.key(), maskedValue(member.value(), isOtherHere, isAddress, level + 1));
    }
    return result;
}

QJsonValue maskedValue(const QJsonValue &value, bool isOther, bool isAddress, int level)
{
    if (level > deepestLevel)
        return QJsonValue::Null;
    if (value.isString())
        return isAddress ? QJsonValue(masked(value.toString())) : value;
    if (value.isDouble() && isAddress)
        return masked(QString::number(value.toDouble(), 'f', 0));
    if (value.isObject())
        return isAddress ? QJsonValue(maskedObject(value.toObject(), true, level))
                         : QJsonValue(maskedObject(value.toObject(), isOther, level));
    if (value.isArray()) {
        QJsonArray result;
        for (const QJsonValue &item : value.toArray())
            result.append(maskedValue(item, isOther, isAddress, level + 1));
        return result;
    }
    return value;
}

} // namespace

QString masked(const QString &text)
{
    if (text.isEmpty())
        return {};
    const QString dots(visibleCharacters, QChar(0x2022));
    return text.size() > visibleCharacters ? QString(dots + text.right(visibleCharacters)) : dots;
}

bool isOtherParty(const Participant &participant)
{
    return !isStaff(participant.userId, participant.purpose) && !isMachinery(participant.purpose);
}

QString partyName(const Participant &participant, bool showAddresses)
{
    const QString name = participant.name.isEmpty() ? participant.address : participant.name;
    return showAddresses || !isOtherParty(participant) ? name : masked(name);
}

QJsonObject maskedConversation(const QJsonObject &body)
{
    return maskedObject(body, false, 0);
}

} // namespace offboarding::ui
