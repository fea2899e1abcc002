#include "tests/fuzz/target.h"

/// The same targets for clang's own fuzzer, which sees into the program: give it the target's
/// folder of the corpus.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    fuzz::Trace trace;
    fuzz::target().run({reinterpret_cast<const char*>(bytes), size}, trace);
    return 0;
}
