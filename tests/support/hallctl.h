#pragma once

#include "model/access/key_file.h"
#include "tests/support/temp_folder.h"
#include "tests/support/where.h"

#include <boost/json.hpp>
#include <boost/test/unit_test.hpp>
#include <Poco/PipeStream.h>
#include <Poco/Process.h>
#include <Poco/StreamCopier.h>

#include <future>
#include <map>
#include <string>
#include <vector>

namespace tests {

/// What a run of hallctl ended with.
struct Run {
    int exit = -1;
    std::string out;
    std::string err;

    /// The one JSON document on the standard output.
    boost::json::object json() const
    {
        boost::json::error_code error;
        const auto document = boost::json::parse(out, error);
        BOOST_REQUIRE_MESSAGE(
            !error && document.is_object(), "The output is not one JSON object: " << out << err);
        return document.get_object();
    }
};

/// The real program on files of its own.
class Hallctl {
public:
    static constexpr const char* passphrase = "一个 good passphrase";

    std::string file(const std::string& name) const { return folder_.file(name); }

    /// The environment of the runs that follow.
    std::map<std::string, std::string> environment{
        {"HALLKEEPER_PASSPHRASE", passphrase}, {"LC_ALL", "C"}};

    /// Runs the program with these words, and `input` on its standard input.
    Run run(const std::vector<std::string>& words, const std::string& input = {}) const
    {
        Poco::Pipe in;
        Poco::Pipe out;
        Poco::Pipe err;
        const Poco::Process::Env env(environment.begin(), environment.end());
        auto process = Poco::Process::launch(
            bin_dir() + "/hallctl", words, folder_.file(""), &in, &out, &err, env);
        {
            Poco::PipeOutputStream to(in);
            to << input;
        }
        in.close();
        Run run;
        // Both at once: a full pipe would stop the program.
        auto errors = std::async(std::launch::async, [&] { return all_of(err); });
        run.out = all_of(out);
        run.err = errors.get();
        run.exit = process.wait();
        return run;
    }

    /// The same on the data file of this test, with --db before the words.
    Run on_file(std::vector<std::string> words, const std::string& input = {}) const
    {
        words.insert(words.begin(), {"--db", file("hall.db")});
        return run(words, input);
    }

    /// The answer of a run with --json that must end well.
    boost::json::object ask(std::vector<std::string> words, const std::string& input = {}) const
    {
        words.insert(words.begin(), "--json");
        const auto done = on_file(std::move(words), input);
        BOOST_REQUIRE_MESSAGE(done.exit == 0, done.err << done.out);
        return done.json();
    }

    boost::json::object init() const
    {
        return ask(
            {"init", "--region", "430922", "--office", "桃江县政务服务中心", "--user", "李文员"});
    }

private:
    static std::string all_of(Poco::Pipe& pipe)
    {
        Poco::PipeInputStream stream(pipe);
        std::string text;
        Poco::StreamCopier::copyToString(stream, text);
        return text;
    }

    TempFolder folder_;
};

/// The program on a file that is there already, and whose passphrase costs next to nothing to
/// check: the tests open it a few hundred times.
struct HallctlWithFile : Hallctl {
    HallctlWithFile()
    {
        made = init();
        model::SystemFiles files;
        model::SystemRandom random;
        const auto open = model::KeyFile::load(files, file("hall.db")).unlock({}, passphrase);
        model::KeyFile cheap;
        cheap.add_slot({open.account, open.name}, passphrase, open.key, random,
            {.passes = 1, .memory = 1U << 16U});
        cheap.save(files, file("hall.db"));
    }

    std::string text(const boost::json::object& object, const char* key) const
    {
        const auto* value = object.if_contains(key);
        BOOST_REQUIRE_MESSAGE(value && value->is_string(), "no text " << key << " in " << object);
        return std::string(value->get_string());
    }

    std::string create(std::vector<std::string> words) const
    {
        words.insert(words.begin(), "create");
        return text(ask(words), "id");
    }

    boost::json::object record(const std::string& entity, const std::string& id) const
    {
        return ask({"get", entity, id}).at("record").as_object();
    }

    boost::json::object made;
};

} // namespace tests
