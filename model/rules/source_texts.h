#pragma once

#include "model/rules/finding.h"

/// The documents on which rules rest whose figures are no data (limits.csv, deadlines.csv and
/// place_names.csv name their own), each with the day from which it binds. Of the measure of Hunan
/// no article above the fifth is named, for those were not read word for word.
namespace model::sources {

using namespace std::chrono;

/// 湘政办发〔2022〕36号.
inline constexpr std::string_view hall_measure =
    "湖南省政务服务中心管理办法（湘政办发〔2022〕36号）";
inline constexpr Date hall_measure_since = 2022y / July / 1;

inline constexpr Source halls{hall_measure, "", hall_measure_since};
inline constexpr Source one_tree_of_places{hall_measure, "第三条", hall_measure_since};

/// 国务院令第722号.
inline constexpr std::string_view business_environment = "优化营商环境条例";
inline constexpr Source demands_rest_on_law{
    business_environment, "第三十五条", 2020y / January / 1};
inline constexpr Source items_enter_the_hall{
    business_environment, "第三十六条", 2020y / January / 1};

/// 国发〔2022〕5号: what is stationed is handled there (禁止明进暗不进).
inline constexpr Source stationed_in_earnest{
    "国务院关于加快推进政务服务标准化规范化便利化的指导意见（国发〔2022〕5号）", "",
    2022y / March / 1};

/// 国办发〔2019〕51号: 差评 are corrected, mistaken and malicious ones left out.
inline constexpr Source ratings{
    "国务院办公厅关于建立政务服务“好差评”制度提高政务服务水平的意见（国办发〔2019〕51号）", "",
    2019y / December / 3};

/// The document and its article as a sentence names them: "优化营商环境条例第三十六条".
std::string text_of(const Source& source);

} // namespace model::sources
