#include "model/store/documents.h"

#include "model/base/text.h"

namespace model {

namespace {

constexpr std::size_t most = 10;

} // namespace

std::vector<std::string> recent_documents(RecordStore& store, const std::string& words)
{
    return guarded(store.db(), [&] {
        const auto wanted = folded(words);
        std::vector<std::string> found;
        auto& rows = store.rows().statements().get(
            "SELECT document FROM stamp WHERE document IS NOT NULL AND document <> '' "
            "GROUP BY document ORDER BY max(at) DESC");
        while (found.size() < most && rows.executeStep()) {
            auto document = rows.getColumn(0).getString();
            if (folded(document).find(wanted) != std::string::npos)
                found.push_back(std::move(document));
        }
        rows.reset();
        return found;
    });
}

} // namespace model
