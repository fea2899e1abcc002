#include "views/shell/reform_words.h"

#include "model/entities/place_change.h"
#include "model/entities/unit.h"

namespace views {

namespace {

using model::msgid;

template <class Kind>
std::vector<const char*> kinds_of()
{
    std::vector<const char*> labels;
    for (const auto& choice : model::choices_of<Kind>)
        labels.push_back(choice.label);
    return labels;
}

ReformTexts of_units()
{
    return {.title = msgid("Reform of institutions"),
        .old = msgid("Old units"),
        .old_choose = msgid("Old units (space chooses)"),
        .ends = msgid("The old units &leave the hall"),
        .references = msgid("Records of the old units"),
        .successors = {msgid("Unit that takes over"), msgid("Second unit that takes over"),
            msgid("Third unit that takes over")},
        .new_one = msgid("Choose one, or type the name of a new one"),
        .old_one = msgid("Unit"),
        .counts = msgid("{1} records go over, {2} stay with the old units."),
        .stays = msgid("No record goes over."),
        .kinds = kinds_of<model::UnitChangeKind>()};
}

ReformTexts of_places()
{
    return {.title = msgid("Merge, split or move places"),
        .old = msgid("Old places"),
        .old_choose = msgid("Old places (space chooses)"),
        .ends = msgid("The old places c&lose"),
        .references = msgid("Records of the old places"),
        .successors = {msgid("Place that follows"), msgid("Second place that follows"),
            msgid("Third place that follows")},
        .new_one = msgid("Choose one, or type the name of a new place"),
        .old_one = msgid("Old place"),
        .counts = msgid("{1} records go over, {2} stay with the old places."),
        .stays = msgid("{1} records name the old places and go on naming them."),
        .kinds = kinds_of<model::PlaceChangeKind>()};
}

} // namespace

const ReformTexts& reform_texts(const model::EntityDef& of)
{
    static const auto units = of_units();
    static const auto places = of_places();
    return of.id == model::def_of<model::Unit>().id ? units : places;
}

} // namespace views
