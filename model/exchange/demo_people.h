#pragma once

#include "model/base/random.h"
#include "model/entities/person.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace model {

/// An invented member of staff. No such person can exist: the ID number is valid but of an area in
/// province 99, which there is none of, and no network gives out phone numbers from 100.
struct DemoPerson {
    std::string name;
    std::string id_number;
    Sex sex = Sex::female;
    Date birth;        ///< between 1970 and 2002, as in the ID number
    std::string phone; ///< 11 digits, PhoneKind::sample
    std::string ethnicity;
    Education education = Education::college;
    PoliticalStatus political_status = PoliticalStatus::none;
};

/// The same as a record of the register, without a badge.
Person record_of(const DemoPerson& demo);

/// The next person of that generator. Two of them may share a number by chance.
DemoPerson demo_person(SeededRandom& random);

/// So many persons, each with an ID number and a phone number of his own; the same for the same
/// seed. Names repeat, as they do in any county.
std::vector<DemoPerson> demo_people(std::uint64_t seed, std::size_t count);

} // namespace model
