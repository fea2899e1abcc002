#pragma once

#include "model/schema/entity.h"

namespace model {

/// How personal information leaves the office's own hands.
enum class ProvisionKind { provide, entrust, share, publish };

template <>
inline constexpr std::array choices_of<ProvisionKind>{
    Choice{"provide", msgid("Provided")},
    Choice{"entrust", msgid("Entrusted")},
    Choice{"share", msgid("Handled together")},
    Choice{"publish", msgid("Published")},
};

/// Kinds of personal information. Which are sensitive is data (assets/codes/limits.csv).
inline constexpr std::array information_kinds{
    Choice{"name", msgid("Name")},
    Choice{"id_number", msgid("ID number")},
    Choice{"phone", msgid("Phone")},
    Choice{"address", msgid("Address")},
    Choice{"photo", msgid("Photo")},
    Choice{"work", msgid("Post and assessment")},
    Choice{"biometric", msgid("Biometric features")},
    Choice{"belief", msgid("Religious belief")},
    Choice{"identity", msgid("Specific identity")},
    Choice{"health", msgid("Health")},
    Choice{"account", msgid("Bank account")},
    Choice{"whereabouts", msgid("Whereabouts")},
    Choice{"minors", msgid("People under fourteen")},
    Choice{"other", msgid("Other")},
};

/// On what it rests (个人信息保护法 art. 13).
enum class LegalBasis { duty, personnel, contract, consent, emergency, published, law };

template <>
inline constexpr std::array choices_of<LegalBasis>{
    Choice{"duty", msgid("Statutory duty")},
    Choice{"personnel", msgid("Personnel management under lawful rules")},
    Choice{"contract", msgid("Contract with the person")},
    Choice{"consent", msgid("Consent")},
    Choice{"emergency", msgid("Emergency")},
    Choice{"published", msgid("Published lawfully before")},
    Choice{"law", msgid("Another law or regulation")},
};

enum class Consent { not_needed, given, missing };

template <>
inline constexpr std::array choices_of<Consent>{
    Choice{"not_needed", msgid("Not needed")},
    Choice{"given", msgid("Needed and given")},
    Choice{"missing", msgid("Needed and missing")},
};

/// Personal information that was given to somebody else, or made public (提供与委托处理记录).
struct Provision {
    Uuid id;
    std::string matter;
    std::optional<ProvisionKind> kind;
    std::optional<Uuid> unit; ///< the receiver, where it is one of the register of units
    std::string receiver;     ///< or else its name
    std::optional<Uuid> place;
    std::string purpose;
    Set information;
    std::optional<std::int64_t> persons;
    std::optional<LegalBasis> legal_basis;
    std::optional<Consent> consent;
    std::optional<Date> from;
    std::optional<Date> to;
    std::string document;
    std::optional<Uuid> assessment;
    std::optional<Date> keep_until;
    std::string remark;
};

template <>
const EntityDef& def_of<Provision>();

template <>
std::span<const Field<Provision>> fields_of<Provision>();

} // namespace model
