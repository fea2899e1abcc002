#pragma once

#include "model/schema/entity.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace model {

/// The head of the column that holds records' ids in our own exports.
constexpr std::string_view id_head = "id";

/// The heads of the two columns that an error sheet has besides those of the sheet it is about.
constexpr const char* reason_head = msgid("Reason");
constexpr const char* column_at_fault_head = msgid("Column at fault");

/// A head without what does not matter in it: "*姓名：" as "姓名".
std::string bare_head(std::string_view head);

/// What a head of a sheet stands for.
struct HeadMeaning {
    enum class Kind { field, id, reason, nothing };

    Kind kind = Kind::nothing;
    const FieldDef* field = nullptr;
    int rank = 0; ///< where two columns hold one field, the lower rank is read first

    bool operator==(const HeadMeaning&) const = default;
};

/// The heads by which sheets call the fields of an entity: the field's name, its label in each
/// language and in English, and what clerks write (assets/codes/heads.csv). Case, width, white
/// space, a star before and a remark in brackets behind do not matter.
class HeadWords {
public:
    HeadWords(const EntityDef& def, const std::vector<Translate>& languages);

    /// Says that this head stands for that field, whatever else it may stand for; no field: for
    /// nothing. Throws UsageError naming a field that the entity has not.
    void say(const std::string& head, const std::string& field);

    /// Nothing at all for a head that is not known.
    std::optional<HeadMeaning> find(std::string_view head) const;

private:
    void add(std::string_view head, const HeadMeaning& meaning);
    void add_aliases();
    void add_aliases(std::string_view name, std::string_view aliases, bool is_lent);

    const EntityDef& def_;
    std::unordered_map<std::string, HeadMeaning> meanings_;
};

} // namespace model
