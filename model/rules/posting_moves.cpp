#include "model/rules/posting_moves.h"

#include "assets/assets.h"
#include "model/base/message_terms.h"
#include "model/base/text.h"
#include "model/entities/posting_change.h"

#include <algorithm>
#include <stdexcept>

namespace model {

namespace {

constexpr std::string_view list = "codes/posting_moves.csv";

/// "to end_kind|end_reason": fields that are needed, alternatives parted by a stroke.
void add_needs(PostingMove& move, const std::string& cell, const EntityDef& def, bool of_change)
{
    if (cell.empty())
        return;
    for (const auto& words : split(cell, ' ')) {
        MoveNeed need{.of_change = of_change, .one_of = {}};
        for (const auto& name : split(words, '|')) {
            const auto* field = def.find(name);
            if (!field)
                throw std::logic_error(std::string(list) + ": no field " + name);
            need.one_of.push_back(field);
        }
        move.needs.push_back(std::move(need));
    }
}

std::vector<PostingMove> read_moves()
{
    constexpr std::size_t columns = 5;
    std::vector<PostingMove> moves;
    const auto lines = split(assets::text(list), '\n');
    for (std::size_t i = 1; i < lines.size(); ++i) {
        const auto cells = split(trimmed(lines[i]), ',');
        if (cells.size() != columns)
            continue;
        auto& move = moves.emplace_back();
        move.from = cells[0];
        move.to = cells[1];
        add_needs(move, cells[2], def_of<Posting>(), false);
        add_needs(move, cells[3], def_of<PostingChange>(), true);
        move.kind = cells[4];
    }
    return moves;
}

const char* label(std::string_view code)
{
    return label_of(choices_of<PostingStatus>, code);
}

bool is_met(const MoveNeed& need, const Record& posting, const Record* change)
{
    const auto* of = need.of_change ? change : &posting;
    return of && std::ranges::any_of(need.one_of, [of](const FieldDef* field) {
        return !is_empty((*of)[field->name]);
    });
}

/// "批准人、变动原因", with a stroke between alternatives.
std::string names_of(const std::vector<const MoveNeed*>& needs)
{
    std::vector<std::string> names;
    for (const auto* need : needs) {
        std::vector<std::string> labels;
        for (const auto* field : need->one_of)
            labels.push_back(term(field->label));
        names.push_back(join(labels, "/"));
    }
    return join(names, "、");
}

std::string ways_from(std::string_view from)
{
    std::vector<const char*> labels;
    for (const auto* move : moves_from(from))
        labels.push_back(label(move->to));
    return terms(labels);
}

Message why_lacking(const PostingMove& move, const std::vector<const MoveNeed*>& missing)
{
    const auto what = names_of(missing);
    const auto to = term(label(move.to));
    if (move.from.empty())
        return {msgid("The status “{1}” still needs: {2}"), {to, what}};
    const bool of_change = std::ranges::any_of(missing, &MoveNeed::of_change);
    return {of_change
            ? msgid("To become “{1}” it needs: {2}. “Change the status of a posting” in the Edit "
                    "menu (hallctl move-posting) asks for that. From “{3}” the status can become: "
                    "{4}")
            : msgid("To become “{1}” it still needs: {2}. From “{3}” the status can become: {4}"),
        {to, what, term(label(move.from)), ways_from(move.from)}};
}

Finding refusal(std::string_view field, Message message)
{
    return {.rule = "move", .field = field, .message = std::move(message)};
}

} // namespace

const std::vector<PostingMove>& posting_moves()
{
    static const auto moves = read_moves();
    return moves;
}

std::vector<const PostingMove*> moves_from(std::string_view from)
{
    std::vector<const PostingMove*> found;
    for (const auto& move : posting_moves())
        if (move.from == from)
            found.push_back(&move);
    return found;
}

const PostingMove* move_between(std::string_view from, std::string_view to)
{
    const auto& moves = posting_moves();
    const auto found = std::ranges::find_if(
        moves, [&](const PostingMove& move) { return move.from == from && move.to == to; });
    return found == moves.end() ? nullptr : &*found;
}

Findings check_move(std::string_view from, const Record& posting, const Record* change)
{
    const auto to = to_text(posting["status"]);
    if (to == from || (!from.empty() && !label(from)) || (!to.empty() && !label(to)))
        return {};
    if (to.empty())
        return {refusal("status",
            {msgid("The status cannot be left empty: from “{1}” it can become {2}"),
                {term(label(from)), ways_from(from)}})};
    const auto* move = move_between(from, to);
    if (!move)
        return {refusal("status",
            {msgid("The status does not go from “{1}” to “{2}”: it can become {3}"),
                {term(label(from)), term(label(to)), ways_from(from)}})};
    std::vector<const MoveNeed*> missing;
    for (const auto& need : move->needs)
        if (!is_met(need, posting, change))
            missing.push_back(&need);
    if (missing.empty())
        return {};
    Findings findings{refusal("status", why_lacking(*move, missing))};
    for (const auto* need : missing)
        if (!need->of_change)
            findings.push_back(refusal(need->one_of.front()->name,
                {msgid("The status “{1}” needs this field"), {term(label(to))}}));
    return findings;
}

} // namespace model
