#include "model/commands/approval_chains.h"
#include "model/commands/store_lookup.h"
#include "model/entities/item_change.h"
#include "model/entities/leave.h"
#include "model/entities/posting_change.h"
#include "model/entities/roster.h"
#include "model/exchange/demo_year.h"

#include <algorithm>

namespace model {

namespace {

/// What a request's steps say, and on which days.
struct Course {
    bool refused = false;
    std::size_t decided = 0; ///< so many of its steps
    Date day;
    std::string opinion;
};

class Approving {
public:
    explicit Approving(DemoScene& scene) : scene_(scene), store_(scene.store()), lookup_(store_) {}

    void add()
    {
        for (auto step : shipped_chains())
            scene_.add(step);
        add_leaves();
        add_changes();
        add_items();
        add_swaps();
    }

private:
    /// The newest that was agreed to without anybody's step stays so.
    void add_leaves()
    {
        auto leaves = scene_.all<Leave>();
        std::ranges::stable_sort(leaves, {}, &Leave::from);
        const auto bare =
            std::ranges::find_if(leaves.rbegin(), leaves.rend(), [&](const Leave& leave) {
                return leave.state == RequestState::agreed && leave.days->units >= 30
                    && leave.to < scene_.today();
            });
        for (const auto& leave : leaves) {
            if (bare != leaves.rend() && leave.id == bare->id)
                continue;
            const bool is_open = leave.state == RequestState::requested;
            const bool refused = leave.state == RequestState::refused;
            const auto day = leave.approved ? *leave.approved
                : is_open                   ? scene_.day(0)
                                            : scene_.later(*leave.from, -1);
            add_steps(to_record(leave), unit_of(leave.person),
                {refused, is_open ? turn_++ % 2 : all, day,
                    refused ? "窗口无人顶岗，请改期。" : "同意，B岗顶岗。"});
        }
    }

    void add_changes()
    {
        for (const auto& change : scene_.all<PostingChange>()) {
            const bool is_open = change.state == RequestState::requested;
            const auto day = change.answered.value_or(change.requested.value());
            add_steps(to_record(change), unit_of(change.person),
                {change.state == RequestState::refused, is_open ? std::size_t{1} : all, day,
                    "同意。"});
        }
    }

    void add_items()
    {
        for (const auto& change : scene_.all<ItemChange>()) {
            const bool refused = change.state == ChangeState::refused;
            const auto decided = change.approved ? all : std::size_t{change.reviewed ? 1U : 0U};
            add_steps(to_record(change), scene_.name_of(change.unit),
                {refused, decided,
                    change.approved.value_or(change.reviewed.value_or(scene_.today())),
                    change.review_opinion});
        }
    }

    /// Two duties that are swapped; of the second the step does not say which.
    void add_swaps()
    {
        auto duties = scene_.all<Roster>();
        std::erase_if(duties,
            [&](const Roster& duty) { return duty.kind != RosterKind::lunch || !duty.day; });
        for (std::size_t i = 0; i < std::min<std::size_t>(duties.size(), 2); ++i) {
            auto& duty = duties[duties.size() - 1 - i];
            duty.swapped_with = scene_.staff()[60 + i].id();
            scene_.change(duty);
            if (i == 0) {
                add_steps(to_record(duty), {}, {false, all, scene_.day(1), "同意换班。"});
                continue;
            }
            Approval step;
            step.matter = ApprovalMatter::roster;
            step.place = scene_.hall();
            step.step = 1;
            step.post = "人员管理科室负责人";
            step.approver = scene_.section_head();
            step.decision = Decision::agree;
            step.day = scene_.day(1);
            scene_.add(step);
        }
    }

    void add_steps(const Record& request, const std::string& unit, const Course& course)
    {
        if (!request_of(request, lookup_))
            return;
        for (const auto& offered : steps_for(store_, request))
            for (std::size_t i = 0; i < offered.lines.size(); ++i) {
                auto step = from_record<Approval>(offered.lines[i]);
                if (i < course.decided)
                    decide(step, unit, course);
                scene_.add(step);
                if (step.decision == Decision::refuse)
                    return; // the others are not asked any more
            }
    }

    void decide(Approval& step, const std::string& unit, const Course& course)
    {
        step.approver = who(step.post, unit);
        step.day = course.day;
        step.decision = course.refused ? Decision::refuse : Decision::agree;
        step.opinion = course.opinion.empty() ? "同意。" : course.opinion;
        if (step.on_paper == true)
            step.document = scene_.number("签批", course.day);
    }

    std::string who(const std::string& post, const std::string& unit) const
    {
        if (post == "派驻单位")
            return unit;
        if (post == "县人民政府")
            return "县政府办公室";
        return post.starts_with("中心") ? scene_.deputy() : scene_.section_head();
    }

    std::string unit_of(const std::optional<Uuid>& person) const
    {
        for (const auto* list : {&scene_.staff(), &scene_.former_staff()})
            for (const auto& staff : *list)
                if (person == staff.id())
                    return scene_.name_of(staff.posting.unit);
        return {};
    }

    static constexpr std::size_t all = 9;

    DemoScene& scene_;
    RecordStore& store_;
    StoreLookup lookup_;
    std::size_t turn_ = 0;
};

} // namespace

void add_demo_approvals(DemoScene& scene)
{
    Approving(scene).add();
}

} // namespace model
