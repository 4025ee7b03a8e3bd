#!/usr/bin/env ruby
# frozen_string_literal: true

# Compares our reading of YAML front matter with Ruby's Psych, asked as Jekyll asks it (safe_load, dates, times, aliases).
#
#   cargo build --release -p handbill-frontmatter --example yaml_batch
#   ruby conformance/yaml_diff.rb [--seed N] [--count N] [--pages DIR]... [--verbose N] [--batch PROGRAM]
#
# Three kinds of input: every scalar of up to four characters over the alphabets below; generated and mutated front
# matters; with --pages the front matter of each .md file. A reading agrees when both give the same values in the same
# order, or when Ruby refuses and we note a problem. What we read and Ruby refuses is 'lenient', what Ruby reads and we
# note a problem for is 'strict', two values that differ are 'different'.

require "yaml"
require "date"
require "open3"
require "optparse"

options = { seed: 1, count: 20_000, pages: [], verbose: 20, batch: "target/release/examples/yaml_batch", scalars: true }
OptionParser.new do |o|
  o.on("--seed N", Integer) { |n| options[:seed] = n }
  o.on("--count N", Integer) { |n| options[:count] = n }
  o.on("--pages DIR") { |d| options[:pages] << d }
  o.on("--verbose N", Integer) { |n| options[:verbose] = n }
  o.on("--batch PROGRAM") { |b| options[:batch] = b }
  o.on("--[no-]scalars") { |s| options[:scalars] = s }
end.parse!

def text(string) = "s" + string.to_s.b.unpack1("H*")

def date(value) = format("%04d-%02d-%02d", value.year, value.month, value.day)

def time(value, offset)
  out = "t#{date(value)}" + format("T%02d:%02d:%02d", value.hour, value.min, value.sec)
  out += ("." + format("%09d", value.nsec).sub(/0+\z/, "")) if value.nsec.positive?
  out + offset
end

def key(value)
  case value
  when nil then ""
  when Date then date(value)
  else value.to_s
  end
end

# Which zone a time was written with is lost in a Time, so times are compared as instants (see `instants`).
def canon(value)
  case value
  when nil then "n"
  when true then "T"
  when false then "F"
  when Integer then value.bit_length < 64 ? "i#{value}" : text(value.to_s)
  when Float then value.nan? ? "fnan" : "f" + [value].pack("G").unpack1("H*")
  when String then text(value)
  when Date then "d" + date(value)
  when Time then time(value.getutc, "Z")
  when Array then "[" + value.map { |item| canon(item) + "," }.join + "]"
  when Hash
    merged = {}
    value.each { |k, v| merged[key(k)] = v }
    "{" + merged.map { |k, v| text(k) + ":" + canon(v) + "," }.join + "}"
  else raise "a #{value.class}"
  end
end

# Our times, which keep the zone that was written, as instants; without one Ruby takes UTC.
def instants(line)
  line.gsub(/t(\d{4}-\d\d-\d\dT[0-9:.]+)(Z|[-+]\d\d:\d\d)?/) do
    zone = Regexp.last_match(2) || "Z"
    time(DateTime.parse(Regexp.last_match(1) + zone).to_time.getutc, "Z")
  end
end

def ruby(yaml)
  value = YAML.safe_load("---\n#{yaml.sub(/\n+\z/, '')}\n", permitted_classes: [Date, Time], aliases: true)
  return "ok {}" if value.nil? || value == false
  return "err not a mapping" unless value.is_a?(Hash)
  return "err keys that are no scalars" if value.inspect.include?("=>") && odd_keys?(value)

  "ok " + canon(value)
rescue StandardError, SystemStackError => e
  "err #{e.class} #{e.message}"
end

# Their text differs between Ruby's versions (`inspect`), so it is not compared.
def odd_keys?(value)
  case value
  when Hash then value.any? { |k, v| k.is_a?(Hash) || k.is_a?(Array) || k.is_a?(Time) || odd_keys?(v) }
  when Array then value.any? { |item| odd_keys?(item) }
  else false
  end
end

# Front matters of our own, from the shapes that people write.
class Generator
  WORDS = ["A meeting", "talks", "a", "b c", "x:y", "http://a.b/c?d=e#f", "é", "日本", "it's", "\"q\"", "#1", "a #b", "- x",
           "@a", "%b", "`c`", "*d", "&e", "!f", "[g]", "{h}", "{{ site.url }}", "{% raw %}", "a: b", "?", "? x", "|", ">", "",
           "yes", "No", "on", "12:30", "9:00", "1:2:3", "010", "08", "0x1F", "1,000", "1_0", ".5", "1.", "1.5e+3", "1e3",
           "~", "null", "2020-06-01", "2020-6-1", "2020-13-01", "2020-06-01 10:00", "2020-06-01 10:00:00 +0200",
           "2020-06-01T10:00:00Z", "2020-02-30", "-1", "+5", "-", "--", "...", ".inf", ".nan", "<<", "=", "a\\b"].freeze
  KEYS = ["title", "date", "a", "b", "c d", "é", "\"q\"", "'s'", "1", "yes", "~", "12:30", "<<", "? x", "2020-01-01", "-a"].freeze
  NOISE = ["\t", " ", "  ", ":", ": ", "-", "- ", "\n", "'", "\"", "#", " #", "[", "]", "{", "}", ",", "&a ", "*a", "!", "!!str ",
           "!!int ", "|", ">", "|-\n", "\\", "%", "@", "`", "?", "? ", "\r\n", "---\n", "...", "<<: *a\n", "é", "\u{a0}", "0", "1"].freeze

  def initialize(seed) = @random = Random.new(seed)

  def document
    yaml = mapping(0, 3)
    @random.rand(3).times { yaml = mutate(yaml) } if @random.rand < 0.6
    # Jekyll would end the front matter at such a line.
    yaml.gsub(/^(---|\.\.\.)\s*$/, "x: y")
  end

  private

  def pick(list) = list[@random.rand(list.size)]

  def mapping(indent, depth)
    anchor = @random.rand < 0.05
    out = Array.new(1 + @random.rand(4)) { " " * indent + pick(KEYS) + entry(indent, depth, anchor) }.join
    out
  end

  def entry(indent, depth, anchored)
    anchor = anchored ? "&a " : ""
    case @random.rand(depth.zero? ? 8 : 14)
    when 0..4 then ": #{anchor}#{pick(WORDS)}\n"
    when 5 then ": #{anchor}'#{pick(WORDS).gsub("'", "''")}'\n"
    when 6 then ": #{anchor}\"#{pick(WORDS).gsub(/["\\]/) { |c| "\\#{c}" }}\" # note\n"
    when 7 then ":\n"
    when 8 then ":#{anchored ? ' &a' : ''}\n" + mapping(indent + 2, depth - 1)
    when 9 then ":\n" + list(indent + pick([0, 2]), depth - 1)
    when 10 then ": [#{pick(WORDS)}, #{pick(WORDS)}]\n"
    when 11 then ": {#{pick(KEYS)}: #{pick(WORDS)}}\n"
    when 12 then ": #{pick(['|', '>', '|-', '>-', '|+', '>+'])}\n" + block(indent + 2)
    else ": #{pick(WORDS)}\n#{' ' * (indent + 2)}#{pick(WORDS)}\n"
    end
  end

  def list(indent, depth)
    Array.new(1 + @random.rand(3)) do
      pad = " " * indent
      next "#{pad}- #{pick(WORDS)}\n" if depth.zero? || @random.rand < 0.5

      pad + "- " + mapping(indent + 2, depth - 1).lstrip
    end.join
  end

  def block(indent)
    Array.new(1 + @random.rand(3)) { @random.rand < 0.2 ? "\n" : " " * (indent + @random.rand(2)) + pick(WORDS) + "\n" }.join
  end

  def mutate(yaml)
    at = @random.rand(yaml.size + 1)
    case @random.rand(4)
    when 0 then yaml.dup.insert(at, pick(NOISE))
    when 1 then yaml[0, at] + (yaml[(at + 1)..] || "")
    when 2 then yaml[0, at] + pick(NOISE) + (yaml[(at + 1)..] || "")
    else yaml.lines.rotate(@random.rand(3)).join
    end
  end
end

def scalars
  words = []
  ["0123789", ",_.:+-", "exbE"].join.chars.then do |all|
    (1..3).each { |n| all.repeated_permutation(n) { |word| words << word.join } }
  end
  "017,_.:-".chars.repeated_permutation(5) { |word| words << word.join }
  "06:.".chars.repeated_permutation(7) { |word| words << word.join }
  "1e+5.".chars.repeated_permutation(5) { |word| words << word.join }
  %w[yes no on off true false null y n .inf .nan].each do |word|
    [0, 1].repeated_permutation(word.size) { |up| words << word.chars.zip(up).map { |c, u| u == 1 ? c.upcase : c }.join }
  end
  dates = %w[2020-01-02 2020-1-2 2020-02-29 2019-02-29 2020-02-31 2020-00-10 2020-12-31 2020-13-01 2020-1-32 0000-1-1 20-1-1]
  times = ["", "T10:00", " 10:00", "T10:00:00", "t10:00:00", " 1:00:00", " 24:00:00", " 24:00:01", " 23:59:60", " 10:60:00",
           "  10:00:00", " 10:00:00.5", " 10:00:00.", " 10:00:00.1234567890", " 10:0:0", " 10:00:00 x"]
  zones = ["", "Z", " Z", "z", "+1", " +1", "+01", "+0130", " +01:30", "-05:00", " -0500", "+25:00", "+100", "+01:3", " UTC", "+1:30", "+01:60", "+"]
  dates.product(times, zones) { |parts| words << parts.join }
  words.map { |word| "a: #{word}" }
end

input, output, = Open3.popen2(options[:batch])
counts = Hash.new(0)
shown = Hash.new(0)
compare = lambda do |kind, yaml|
  input.write("#{yaml.bytesize}\n", yaml)
  input.flush
  ours = instants(output.gets.chomp)
  theirs = ruby(yaml)
  verdict =
    if theirs.start_with?("err keys") then :skipped
    elsif theirs.start_with?("err") then ours.start_with?("err") ? :agreed : :lenient
    elsif ours.start_with?("err") then :strict
    else ours == theirs ? :agreed : :different
    end
  counts[[kind, verdict]] += 1
  return unless %i[lenient strict different].include?(verdict) && (shown[[kind, verdict]] += 1) <= options[:verbose]

  warn "#{kind} #{verdict}: #{yaml.inspect}\n  ours   #{ours}\n  theirs #{theirs}"
end

begin
  scalars.each { |yaml| compare.call(:scalar, yaml) } if options[:scalars]
  generator = Generator.new(options[:seed])
  options[:count].times { compare.call(:generated, generator.document) }
  options[:pages].each do |folder|
    Dir.glob("#{folder}/**/*.{md,html,markdown}").sort.each do |path|
      source = File.read(path, encoding: "bom|utf-8")
      compare.call(:page, Regexp.last_match(1)) if source =~ /\A---\s*\n(.*?)^(---|\.\.\.)\s*$/m
    end
  end
end
input.close
puts "ruby #{RUBY_VERSION}, psych #{Psych::VERSION}, libyaml #{Psych::LIBYAML_VERSION}; seed #{options[:seed]}"
%i[scalar generated page].each do |kind|
  total = counts.sum { |(k, verdict), n| k == kind && verdict != :skipped ? n : 0 }
  next if total.zero?

  rest = %i[agreed different lenient strict skipped].map { |verdict| "#{verdict} #{counts[[kind, verdict]]}" }.join(", ")
  puts format("%-9s %d compared, %.3f %% agreed: %s", kind, total, 100.0 * counts[[kind, :agreed]] / total, rest)
end

# Every real page has to be read as Ruby reads it; of the made ones a few may differ, as conformance/records/yaml.md tells.
pages = counts.sum { |(k, verdict), n| k == :page && !%i[agreed skipped].include?(verdict) ? n : 0 }
made = counts.sum { |(k, verdict), n| k == :generated && verdict != :skipped ? n : 0 }
exit 1 if pages.positive? || counts[[:generated, :agreed]] < made * 0.985
