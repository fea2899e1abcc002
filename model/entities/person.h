#pragma once

#include "model/schema/entity.h"

namespace model {

enum class Sex { male, female };

template <>
inline constexpr std::array choices_of<Sex>{
    Choice{"male", msgid("Male")},
    Choice{"female", msgid("Female")},
};

enum class PoliticalStatus { party_member, probationary, youth_league, other_party, none };

template <>
inline constexpr std::array choices_of<PoliticalStatus>{
    Choice{"party_member", msgid("Party member")},
    Choice{"probationary", msgid("Probationary party member")},
    Choice{"youth_league", msgid("Youth League member")},
    Choice{"other_party", msgid("Member of another party")},
    Choice{"none", msgid("No party")},
};

enum class Education { secondary, technical, college, bachelor, master, doctor };

template <>
inline constexpr std::array choices_of<Education>{
    Choice{"secondary", msgid("Secondary school")},
    Choice{"technical", msgid("Technical school")},
    Choice{"college", msgid("College")},
    Choice{"bachelor", msgid("Bachelor")},
    Choice{"master", msgid("Master")},
    Choice{"doctor", msgid("Doctor")},
};

/// A member of the hall's staff under dual management: the sending unit keeps the personnel
/// relation, the hall office manages the day. Where the person serves, and as what, is told by
/// postings.
struct Person {
    Uuid id;
    std::string name;
    std::optional<Sex> sex;
    std::string id_number;
    std::optional<Date> birth;
    std::string ethnicity;
    std::string phone;
    std::optional<PoliticalStatus> political_status;
    std::optional<Date> party_transferred;
    std::optional<Education> education;
    std::string major;
    std::string rank;
    std::optional<Date> working_since;
    std::string badge;
    std::string skill_level;
    std::string skill_certificate;
    std::optional<Date> skill_valid_until;
    std::optional<bool> own_uniform;
    std::string address;
    std::string emergency_contact;
    std::string emergency_phone;
    Attachment photo;
    std::string remark;
    std::optional<Date> minimised; ///< when the personal fields were emptied for good
};

template <>
const EntityDef& def_of<Person>();

template <>
std::span<const Field<Person>> fields_of<Person>();

} // namespace model
