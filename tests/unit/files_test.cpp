#include "model/base/files.h"

#include "model/base/error.h"
#include "tests/support/temp_folder.h"

#include <boost/test/unit_test.hpp>

using namespace model;

namespace {

struct WithFolder {
    tests::TempFolder folder;
    SystemFiles system;
    Files& files = system;
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(files_test, WithFolder)

BOOST_AUTO_TEST_CASE(what_is_written_is_read_back_to_the_byte)
{
    const std::string bytes("a\0b\r\n\xff", 6);
    const auto path = folder.file("数据.bin");

    files.write(path, bytes);

    BOOST_TEST(files.exists(path));
    BOOST_TEST((files.read(path) == bytes));
}

BOOST_AUTO_TEST_CASE(a_file_that_is_not_there_reads_as_nothing)
{
    BOOST_TEST(!files.read(folder.file("none")));
    BOOST_TEST(!files.exists(folder.file("none")));
    BOOST_TEST(!files.remove(folder.file("none")));
    BOOST_TEST(files.list(folder.file("none")).empty());
}

BOOST_AUTO_TEST_CASE(writing_replaces_and_leaves_nothing_else_behind)
{
    files.write(folder.file("a"), "long old content");
    files.write(folder.file("a"), "new");
    files.write(folder.file("b"), "");

    BOOST_TEST((files.read(folder.file("a")) == "new"));
    BOOST_TEST((files.list(folder.file("")) == std::vector<std::string>{"a", "b"}));
}

BOOST_AUTO_TEST_CASE(what_stood_there_stays_when_writing_fails)
{
    // The place where the new content is written first is taken by a folder that cannot be removed.
    files.write(folder.file("a"), "old");
    std::filesystem::create_directories(folder.file("a.part") + "/full");

    BOOST_CHECK_THROW(files.write(folder.file("a"), "new"), Error);
    BOOST_TEST((files.read(folder.file("a")) == "old"));
}

BOOST_AUTO_TEST_CASE(a_folder_that_is_not_there_is_told)
{
    try {
        files.write(folder.file("none/a"), "x");
        BOOST_ERROR("written");
    } catch (const Error& error) {
        BOOST_TEST(std::string(error.what()).find("its folder is not there") != std::string::npos);
    }
}

BOOST_AUTO_TEST_CASE(a_folder_cannot_be_read_as_a_file)
{
    BOOST_CHECK_THROW(files.read(folder.file("")), Error);
}

BOOST_AUTO_TEST_CASE(a_removed_file_is_gone)
{
    files.write(folder.file("a"), "x");
    BOOST_TEST(files.remove(folder.file("a")));
    BOOST_TEST(!files.exists(folder.file("a")));
}

// Systems without owners of files say that everyone may do everything.
BOOST_AUTO_TEST_CASE(a_file_for_its_owner_is_closed_to_others_where_the_system_knows_owners)
{
    using std::filesystem::perms;
    files.write(folder.file("open"), "x");
    std::filesystem::permissions(folder.file("open"), perms::owner_all);
    files.write(folder.file("secret"), "x", Readers::owner);

    const auto others = perms::group_all | perms::others_all;
    const auto of = [&](const char* name) {
        return std::filesystem::status(folder.file(name)).permissions() & others;
    };
    BOOST_TEST((of("secret") == of("open")));
}

BOOST_AUTO_TEST_SUITE_END()
