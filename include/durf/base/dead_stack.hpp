// SPDX-License-Identifier: MIT
// What calls that have returned left behind on a stack: texts and secrets have been in their frames, and in the registers that
// these saved. Nothing frees it, and calls as deep as those may never come again.
#pragma once

#include <cstddef>

namespace durf::base {

/// How far below its caller `wipe_dead_stack` reaches. A thread's stack has to have room for it.
inline constexpr std::size_t dead_stack_wiped_bytes = 128 * 1024;

/// Wipes the stack of the thread that calls it, below the caller's own frame. Some microseconds. Call it where little else is
/// on the stack: between two turns of a loop.
void wipe_dead_stack();

}  // namespace durf::base
