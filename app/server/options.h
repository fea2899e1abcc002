#pragma once

#include "model/base/message.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace app {

/// What was typed after "hallkeeper-server", taken apart: options may stand anywhere, "--name
/// value" or "--name=value".
struct Options {
    /// Throws UsageError for an option nobody knows, one that lacks its value, one given twice.
    static Options parse(const std::vector<std::string>& words);

    bool has(std::string_view option) const { return options.contains(option); }
    std::string value(std::string_view option, std::string_view otherwise = {}) const;

    std::string command; ///< empty: serve
    std::vector<std::string> operands;
    std::map<std::string, std::string, std::less<>> options;
};

/// The language of --lang, else of the environment, else Chinese. Looks at the bare words, so that
/// a sentence about a wrong command line has a language too. Throws UsageError for a language the
/// program does not speak.
std::string language_asked(const std::vector<std::string>& words);

/// How to call the program, in the language of `translate`.
std::string usage(const model::Translate& translate);

} // namespace app
