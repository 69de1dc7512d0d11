// SPDX-License-Identifier: MIT
// Somebody who breaks one promise on purpose, between the core and the world: what the simulator cannot catch
// then, it cannot catch at all. This one breaks nothing; those who do are in saboteurs.hpp.
#pragma once

#include "durf/log/event_log.hpp"
#include "durf/session/session_core.hpp"

namespace durf::simulation {

class Saboteur {
 public:
  virtual ~Saboteur() = default;
  /// Before the core is told.
  virtual void spoil_input(session::Input&) {}
  /// Before the world is told what the core said. `core` has been stepped.
  virtual void spoil_actions(session::Actions&, const session::SessionCore&) {}
  /// Before a record comes to the disk. False: it never does.
  virtual bool spoil_record(log::Append&) { return true; }
};

}  // namespace durf::simulation
