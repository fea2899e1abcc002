#include "model/commands/reorganise.h"

#include "model/base/text.h"
#include "model/commands/reform_act.h"
#include "model/commands/require.h"
#include "model/entities/unit.h"

namespace model {

namespace {

constexpr ReformWords words{
    .label = msgid("Reorganise {1}"),
    .none_chosen = msgid("Choose the unit that changes"),
    .one_only = msgid("Only when units are merged are there several old ones: choose one"),
    .no_successor = msgid("Which unit takes over is still missing"),
    .named_twice = msgid("“{1}” is named twice among the units that take over: name it once"),
    .several = nullptr, // doubles are findings of their own
    .follows_itself = msgid("A unit does not follow itself: choose another"),
};

class UnitAct : public ReformAct {
public:
    UnitAct(Editor& editor, const Reform& reform) : ReformAct(editor, reform, def_of<Unit>(), words)
    {
    }

private:
    void fill_new(Record& made) const override { made["category"] = old().front()["category"]; }

    void plan_change(const Record& old) override
    {
        if (reform().kind == ReformKind::renamed)
            edit(old.id, {{old.def->find("name"), trimmed(reform().new_name)}});
    }

    Record entry(const Record& old, std::size_t successor) const override
    {
        UnitChange change{.unit = old.id, .kind = reform().kind};
        change.old_name = old.title();
        change.new_name = trimmed(reform().new_name);
        if (successor < successors().size()) {
            change.successor = successors()[successor];
            change.new_name = name_of(successor);
        }
        change.day = reform().day;
        change.document = reform().document;
        return to_record(change);
    }
};

} // namespace

ReformOutcome reorganise(Editor& editor, const Reform& reform)
{
    require(editor, Action::enter, def_of<Unit>());
    return UnitAct(editor, reform).run();
}

} // namespace model
