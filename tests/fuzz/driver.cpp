#include "tests/fuzz/guard.h"
#include "tests/fuzz/mutator.h"
#include "tests/fuzz/target.h"
#include "tests/support/files.h"
#include "tests/support/where.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <set>

namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

std::uint64_t number_of(const char* variable, std::uint64_t otherwise)
{
    const char* text = std::getenv(variable);
    return text ? std::stoull(text) : otherwise;
}

/// One run over one target, from its corpus to its last second.
class Run {
public:
    Run(const fuzz::Target& target, std::uint64_t seed)
        : target_(target)
        , guard_(target.name)
        , random_(seed)
        , mutator_(random_, target.words)
    {
    }

    /// Reads the input; false where it broke something.
    bool read(const std::string& input)
    {
        ++inputs_;
        fuzz::Trace trace;
        std::string trouble;
        guard_.begin(input);
        try {
            target_.run(input, trace);
        } catch (const model::Error& error) {
            trouble = "refused with an error that this reader may not give: " + describe(error);
        } catch (const std::exception& error) {
            trouble = error.what();
        }
        slowest_ = std::max(slowest_, guard_.end());
        if (!trouble.empty()) {
            std::cerr << "fuzz " << target_.name << ": " << trouble << "\nThe input is in "
                      << fuzz::Guard::keep(input) << '\n';
            return false;
        }
        if (seen_.insert(trace.sum()).second)
            remember(input);
        return true;
    }

    bool read_corpus()
    {
        std::set<fs::path> files;
        const auto folder = fs::path(tests::source_dir()) / "tests/fuzz/corpus" / target_.name;
        for (const auto& entry : fs::directory_iterator(folder))
            files.insert(entry.path());
        auto corpus = target_.made();
        for (const auto& file : files)
            corpus.push_back(tests::bytes_of(file));
        for (const auto& input : corpus) {
            if (!read(input))
                return false;
            remember(input);
        }
        return true;
    }

    bool run_for(std::chrono::seconds time, std::uint64_t most_inputs)
    {
        const auto end = Clock::now() + time;
        bool is_well = read_corpus();
        const auto corpus = pool_.size();
        while (is_well && Clock::now() < end && inputs_ < most_inputs)
            is_well = read(mutator_.changed(choose(), choose()));
        std::cout << "fuzz " << target_.name << ": " << inputs_ << " inputs, " << corpus
                  << " of the corpus, " << seen_.size() << " behaviours, slowest "
                  << slowest_.count() / 1000 << " ms" << std::endl;
        return is_well;
    }

private:
    static constexpr std::size_t most = 4000;

    void remember(const std::string& input)
    {
        if (pool_.size() < most)
            pool_.push_back(input);
        else
            pool_[random_.below(most)] = input;
    }

    /// The newest as often as all the others: what is new leads on.
    const std::string& choose()
    {
        const auto size = static_cast<std::uint32_t>(pool_.size());
        const auto newest = std::min<std::uint32_t>(size, 50);
        return random_.below(2) == 0 ? pool_[random_.below(size)]
                                     : pool_[size - 1 - random_.below(newest)];
    }

    const fuzz::Target& target_;
    fuzz::Guard guard_;
    model::SeededRandom random_;
    fuzz::Mutator mutator_;
    std::vector<std::string> pool_;
    std::set<std::uint64_t> seen_;
    std::uint64_t inputs_ = 0;
    std::chrono::microseconds slowest_{0};
};

} // namespace

/// Without arguments: inputs made for HALLKEEPER_FUZZ_SECONDS, from HALLKEEPER_FUZZ_SEED on. The
/// normal run makes the same inputs each time, so that it fails for whoever broke a reader and for
/// nobody else; new ones are looked for with seeds of one's own. With names of files: these inputs
/// alone.
int main(int argc, char** argv)
{
    const auto& target = fuzz::target();
    // Writers see to it that their files are on the disk, which takes a disk long.
    if (fs::exists("/dev/shm"))
        setenv("TMPDIR", "/dev/shm", 0);
    constexpr std::uint64_t usual_seed = 20261127;
    constexpr std::uint64_t usual_inputs = 100'000;
    const auto seed = number_of("HALLKEEPER_FUZZ_SEED", usual_seed);
    std::cout << "fuzz " << target.name << ": seed " << seed << std::endl;
    Run run(target, seed);
    if (argc == 1)
        return run.run_for(std::chrono::seconds(number_of("HALLKEEPER_FUZZ_SECONDS", 60)),
                   std::getenv("HALLKEEPER_FUZZ_SEED") ? UINT64_MAX : usual_inputs)
            ? 0
            : 1;
    bool is_well = true;
    for (int i = 1; i < argc; ++i)
        is_well = run.read(tests::bytes_of(std::string(argv[i]))) && is_well;
    return is_well ? 0 : 1;
}
