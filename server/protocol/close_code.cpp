// SPDX-License-Identifier: MIT
#include "durf/protocol/close_code.hpp"

namespace durf::protocol {

std::string_view name_of(CloseCode code) {
  switch (code) {
    case CloseCode::normal:
      return "normal";
    case CloseCode::stopping:
      return "stopping";
    case CloseCode::unsupported:
      return "unsupported";
    case CloseCode::not_utf8:
      return "not_utf8";
    case CloseCode::too_big:
      return "too_big";
    case CloseCode::resync:
      return "resync";
    case CloseCode::too_slow:
      return "too_slow";
    case CloseCode::session_full:
      return "session_full";
    case CloseCode::code_budget:
      return "code_budget";
    case CloseCode::unavailable:
      return "unavailable";
    case CloseCode::too_much:
      return "too_much";
    case CloseCode::reload:
      return "reload";
    case CloseCode::link_revoked:
      return "link_revoked";
    case CloseCode::unknown_session:
      return "unknown_session";
    case CloseCode::bad_message:
      return "bad_message";
    case CloseCode::session_closed:
      return "session_closed";
  }
  return "normal";
}

}  // namespace durf::protocol
