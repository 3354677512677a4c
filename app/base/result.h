// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/error.h"

#include <tl/expected.hpp>

#include <utility>

namespace offboarding {

/// A value or one Error. Everything that can fail below the screen returns this.
template <typename T> using Result = tl::expected<T, Error>;

/// Nothing to return but success.
struct Done
{
};

inline tl::unexpected<Error> failure(Error error)
{
    return tl::unexpected<Error>(std::move(error));
}

} // namespace offboarding
