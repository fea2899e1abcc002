#include "model/rules/voice_terms.h"

namespace model {

bool is_elsewhere(const Complaint& complaint)
{
    return complaint.left_for && !complaint.returned;
}

bool is_elsewhere(const BadRating& rating)
{
    return rating.left_for && !rating.returned;
}

bool is_elsewhere(const UnableCase& unable)
{
    return unable.left_for && !unable.returned;
}

bool is_awaited(const BadRating& rating)
{
    return rating.awaited && !rating.answered;
}

std::optional<Due> term_of(std::string_view deadline, const std::optional<Date>& start,
    const std::optional<Date>& left, const std::optional<Date>& returned, Lookup& lookup)
{
    if (!start)
        return std::nullopt;
    std::vector<ClockStop> stops;
    if (left)
        stops.push_back({*left, returned});
    return due_by(deadline, *start, lookup, stops);
}

std::optional<Due> term_of(const Complaint& complaint, Lookup& lookup)
{
    return term_of("complaint_reply", complaint.received,
        complaint.left_for ? complaint.left : std::nullopt, complaint.returned, lookup);
}

std::optional<Due> term_of(const BadRating& rating, Lookup& lookup)
{
    if (!rating.rated)
        return std::nullopt;
    std::vector<ClockStop> stops;
    if (rating.left_for && rating.left)
        stops.push_back({*rating.left, rating.returned});
    if (rating.awaited)
        stops.push_back({*rating.awaited, rating.answered});
    return due_by(rating.complex == true ? "rating_correction_complex" : "rating_correction",
        *rating.rated, lookup, stops);
}

std::optional<Due> term_of(const UnableCase& unable, Lookup& lookup)
{
    const bool is_special = unable.difficulty == UnableClass::special;
    return term_of(is_special ? "unresolved_special" : "unresolved_reply", unable.received,
        unable.left_for ? unable.left : std::nullopt, unable.returned, lookup);
}

std::optional<Date> day_of(const std::optional<Due>& due)
{
    return due ? std::optional(due->on) : std::nullopt;
}

std::optional<Date> due_of(const Complaint& complaint, Lookup& lookup)
{
    return complaint.due ? complaint.due : day_of(term_of(complaint, lookup));
}

std::optional<Date> due_of(const BadRating& rating, Lookup& lookup)
{
    if (is_elsewhere(rating) || is_awaited(rating))
        return std::nullopt;
    return rating.due ? rating.due : day_of(term_of(rating, lookup));
}

std::optional<Date> due_of(const UnableCase& unable, Lookup& lookup)
{
    if (unable.extended)
        return unable.extended;
    return unable.due ? unable.due : day_of(term_of(unable, lookup));
}

} // namespace model
