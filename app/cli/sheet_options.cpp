#include "app/cli/sheet_options.h"

#include "model/base/text.h"
#include "model/exchange/head_words.h"

#include "i18n/translations.h"

namespace app {

using model::msgid;
using model::UsageError;

std::vector<model::Translate> languages_of_sheets(Call& call)
{
    std::vector<model::Translate> all{call.translate()};
    for (const auto language : i18n::languages)
        all.push_back(i18n::translator(language));
    return all;
}

std::map<std::string, std::string> head_map(
    Call& call, const model::EntityDef& def, const std::string& text)
{
    std::map<std::string, std::string> map;
    for (const auto& pair : model::split(text, ',')) {
        const auto sign = pair.find('=');
        if (sign == std::string::npos || sign == 0)
            throw UsageError({msgid("--map is written HEAD=field,HEAD=field, not “{1}”"), {text}});
        auto field = model::trimmed(pair.substr(sign + 1));
        if (!field.empty() && field != model::id_head)
            field = call.field(def, field).name;
        const auto head = model::trimmed(pair.substr(0, sign));
        if (!map.emplace(head, field).second)
            throw UsageError({msgid("--map says twice what the head “{1}” means"), {head}});
    }
    return map;
}

} // namespace app
