#include "views/import/all_languages.h"

#include "views/widgets/tr.h"

#include "i18n/translations.h"

namespace views {

std::vector<model::Translate> all_languages()
{
    std::vector<model::Translate> all{language()};
    for (const auto name : i18n::languages)
        all.push_back(i18n::translator(name));
    return all;
}

} // namespace views
