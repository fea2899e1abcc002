#pragma once

#include "views/list/list_layout.h"
#include "views/widgets/settings.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace views {

/// A list as the user likes to see it: its columns, order and grouping, and what it is filtered by.
struct ListView {
    ListLayout layout;
    std::vector<std::pair<const model::FieldDef*, std::string>> cells; ///< none without text
    std::string anywhere;

    bool operator==(const ListView&) const = default;
};

/// The views of a register that the user gave names, as his settings keep them. One of them may be
/// what its list begins with.
class SavedViews {
public:
    SavedViews(const model::EntityDef& def, const model::Catalog& catalog, Settings settings);

    /// In the order in which they were saved.
    std::vector<std::string> names() const;
    const ListView* find(const std::string& name) const; ///< or nullptr

    /// Under a name that is taken it replaces what was there. Tabs and line ends of a name become
    /// blanks; gives the name as it is kept, empty where nothing is left of it and nothing is
    /// saved.
    std::string save(const std::string& name, const ListView& view);

    /// False where the new name is empty or another view's.
    bool rename(const std::string& name, const std::string& to);
    void remove(const std::string& name);

    const std::string& first() const { return first_; } ///< empty: the list as it was left
    void begin_with(const std::string& name);

private:
    void read(const model::Catalog& catalog);
    void write() const;

    const model::EntityDef& def_;
    Settings settings_;
    std::vector<std::pair<std::string, ListView>> views_;
    std::string first_;
};

} // namespace views
