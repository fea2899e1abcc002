#pragma once

#include "model/entities/posting.h"
#include "model/entities/unit.h"
#include "model/rules/finding.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

/// Annual grades (年度考核等次): words by identity, quotas, and who decides. All of it is data:
/// assets/codes/grade_*.csv.
namespace model {

/// The words of civil servants (公务员法 art. 38), of institution staff (事业单位人事管理条例
/// art. 21), and of the assessment throughout the year (平时考核).
enum class GradeVocabulary { civil, institution, regular };

template <>
inline constexpr std::array choices_of<GradeVocabulary>{
    Choice{"civil", msgid("Civil servants")},
    Choice{"institution", msgid("Public institution staff")},
    Choice{"regular", msgid("Throughout the year")},
};

enum class Grade { excellent, competent, basic, incompetent, undetermined, not_assessed };

template <>
inline constexpr std::array choices_of<Grade>{
    Choice{"excellent", msgid("Excellent")},
    Choice{"competent", msgid("Competent")},
    Choice{"basic", msgid("Basically competent")},
    Choice{"incompetent", msgid("Incompetent")},
    Choice{"undetermined", msgid("Grade not determined")},
    Choice{"not_assessed", msgid("Not assessed")},
};

struct GradeWord {
    GradeVocabulary vocabulary = GradeVocabulary::civil;
    Grade grade = Grade::excellent;
    std::string word;
    std::string document;
    std::string article;
};

/// All words there are.
const std::vector<GradeWord>& grade_words();

/// The words an identity is graded with; nothing where these are local or by contract.
std::optional<GradeVocabulary> vocabulary_of(Identity identity);

/// The word of a grade in a vocabulary; nullptr where it has none.
const GradeWord* word_for(GradeVocabulary vocabulary, Grade grade);

/// The grade that the word is in the vocabulary; nothing for words of others.
std::optional<Grade> grade_of(GradeVocabulary vocabulary, std::string_view word);

/// How many may be excellent: a percentage of those assessed, rounded down, and places that were
/// granted besides. The figures are the office's (excellent_percent of limits.csv).
struct GradeQuota {
    std::int64_t percent = 0;
    std::int64_t extra = 0;

    std::int64_t places(std::int64_t assessed) const;
};

/// What the hall proposes for a person (建议等次) and what the deciding unit decided (最终等次).
struct AnnualGrade {
    Uuid person;
    std::string name;
    std::optional<Identity> identity;
    std::string proposed; ///< words; empty: not yet
    std::string decided;
    std::string reason;   ///< of an outcome that is no grade, or of another decision
    std::string document; ///< by which it was decided
};

struct GradeNote {
    std::optional<Uuid> person; ///< none: about all of them
    Level level = Level::warn;
    Message what;
};

/// What there is to say of the grades of one list: words of another identity are refused; more
/// excellent ones than the quota, outcomes without a reason and decisions that differ without a
/// document are warned of, never blocked. What is decided counts before what is proposed.
std::vector<GradeNote> check_grades(std::span<const AnnualGrade> grades, const GradeQuota& quota);

/// Who decides the annual grade, and what the hall office gives him.
enum class GradeDecider { hall_office, home_unit, township };

template <>
inline constexpr std::array choices_of<GradeDecider>{
    Choice{"hall_office", msgid("Hall office")},
    Choice{"home_unit", msgid("Sending unit")},
    Choice{"township", msgid("Township or street")},
};

enum class GradePaper { result, opinion, notice, contract_score, outlet_score };

template <>
inline constexpr std::array choices_of<GradePaper>{
    Choice{"result", msgid("Result letter")},
    Choice{"opinion", msgid("Letter of opinion")},
    Choice{"notice", msgid("Notice only")},
    Choice{"contract_score", msgid("Score for the contract")},
    Choice{"outlet_score", msgid("Score of the outlet")},
};

struct GradeAuthority {
    GradeDecider decider = GradeDecider::hall_office;
    GradePaper paper = GradePaper::result;
};

/// By where a person comes from and the category of the sending unit; nothing where the list does
/// not say it.
std::optional<GradeAuthority> authority_for(
    std::optional<PostingSource> source, std::optional<UnitCategory> category);

} // namespace model
