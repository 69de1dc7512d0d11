// SPDX-License-Identifier: MIT
#include "support/heard.hpp"

#include <zlib.h>

#include <nlohmann/json.hpp>
#include <stdexcept>

namespace durf::testing {
namespace {

using Json = nlohmann::json;

/// Far above any snapshot that the limits of a session allow.
constexpr std::size_t snapshot_bytes_max = 4 * 1'024 * 1'024;

std::string text_of(const std::string& frame) {
  const std::string_view payload = protocol::payload_of(frame);
  const auto opcode = static_cast<protocol::Opcode>(static_cast<unsigned char>(frame.front()) & 0x0fU);
  if (opcode == protocol::Opcode::text) return std::string(payload);
  for (uLongf size = payload.size() * 16;; size *= 4) {
    std::string text(size, '\0');
    const int outcome = uncompress(reinterpret_cast<Bytef*>(text.data()), &size,
                                   reinterpret_cast<const Bytef*>(payload.data()), payload.size());
    if (outcome == Z_OK) return text.substr(0, size);
    if (outcome != Z_BUF_ERROR || size > snapshot_bytes_max)
      throw std::runtime_error("a snapshot that is not whole");
  }
}

domain::Value value_of(const Json& json) {
  if (json.is_boolean()) return json.get<bool>();
  if (json.is_number_integer()) return json.get<std::int64_t>();
  return json.get<std::string>();
}

void read_changes(Heard& heard, const Json& json) {
  heard.epoch = json.at("epoch").get<std::string>();
  heard.number = json.at("n").get<std::uint64_t>();
  for (const Json& put : json.at("put")) {
    Entity fields;
    for (const auto& [name, value] : put.at(2).items()) fields.emplace(name, value_of(value));
    heard.puts.emplace_back(Key{put.at(0).get<std::string>(), put.at(1).get<std::string>()},
                            std::move(fields));
  }
  if (heard.kind == Heard::Kind::snapshot) return;
  for (const Json& removed : json.at("remove"))
    heard.removes.emplace_back(removed.at(0).get<std::string>(), removed.at(1).get<std::string>());
}

void read_reply(Heard& heard, const Json& json) {
  heard.command = json.at("id").get<std::string>();
  if (!json.at("ok").get<bool>()) heard.code = json.at("code").get<std::string>();
  heard.receipt = json.value("receipt", "");
}

}  // namespace

Heard hear(const protocol::SharedFrame& frame) {
  Heard heard;
  heard.text = text_of(*frame);
  const Json json = Json::parse(heard.text);
  const auto kind = json.at("t").get<std::string>();
  if (kind == "welcome") {
    heard.epoch = json.at("epoch").get<std::string>();
  } else if (kind == "frame" || kind == "snapshot") {
    heard.kind = kind == "frame" ? Heard::Kind::frame : Heard::Kind::snapshot;
    read_changes(heard, json);
  } else if (kind == "clock") {
    heard.kind = Heard::Kind::clock;
  } else if (kind == "reply") {
    heard.kind = Heard::Kind::reply;
    read_reply(heard, json);
  } else {
    if (kind != "pairing" && kind != "paired" && kind != "pong")
      throw std::runtime_error("a message that no page knows: " + kind);
    heard.kind = Heard::Kind::other;
  }
  return heard;
}

void take_in(Entities& entities, const Heard& heard) {
  if (heard.kind == Heard::Kind::snapshot) entities.clear();
  for (const auto& [key, fields] : heard.puts)
    for (const auto& [name, value] : fields) entities[key][name] = value;
  for (const Key& key : heard.removes) entities.erase(key);
}

Entities entities_of(const domain::View& view) {
  Entities entities;
  for (const auto& [key, fields] : view) {
    Entity& entity = entities[{std::string(name_of(key.collection)), key.id}];
    for (const auto& [name, value] : fields) entity.emplace(name, value);
  }
  return entities;
}

}  // namespace durf::testing
