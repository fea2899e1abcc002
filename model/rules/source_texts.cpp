#include "model/rules/source_texts.h"

namespace model::sources {

std::string text_of(const Source& source)
{
    return std::string(source.document) + std::string(source.article);
}

} // namespace model::sources
