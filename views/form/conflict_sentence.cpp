#include "views/form/conflict_sentence.h"

#include "views/widgets/record_text.h"
#include "views/widgets/tr.h"

namespace views {

namespace {

std::string text(const model::InboxItem& item, const model::Value& value, model::RecordStore& store)
{
    if (model::is_empty(value))
        return from_wx(tr("(empty)"));
    if (!item.field)
        return model::to_text(value);
    return from_wx(display(
        *item.field, value, [&](const model::Uuid& id) { return title_of(store, id); },
        Personal::plain));
}

} // namespace

wxString conflict_sentence(const model::InboxItem& item, model::RecordStore& store)
{
    const auto mine = text(item, item.mine, store);
    const auto theirs = text(item, item.theirs, store);
    const auto base = text(item, item.base, store);
    if (item.kind == "refused")
        return tr("The county did not take “{1}”: {2}",
            {mine, model::render({item.reason.c_str()}, language())});
    if (item.kind == "on_behalf")
        return tr("{1} entered “{2}” on your behalf; before: {3}",
            {item.mine_stands ? item.mine_by : item.theirs_by, item.mine_stands ? mine : theirs,
                base});
    if (item.kind == "after_deletion")
        return tr("One side deleted this record while the other changed this field");
    return tr("Entered differently by two sides. Before: {1}. You entered: {2}. {3} entered: {4}.",
        {base, mine, item.theirs_by.empty() ? from_wx(tr("The other side")) : item.theirs_by,
            theirs});
}

} // namespace views
