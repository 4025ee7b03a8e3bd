#!/usr/bin/env ruby
# frozen_string_literal: true

# Compares where the body of a page starts with what the installed Jekyll publishes for it, Liquid and layouts off.
#
#   cargo build --release -p handbill-frontmatter --example split_batch
#   ruby conformance/split_diff.rb [SEED] [COUNT]
#
# Left out, because there we go on where Jekyll gives the page up: front matter never closed, a byte order mark, and TOML
# and JSON, which Jekyll does not know.

require "open3"
require "tmpdir"

seed = (ARGV[0] || 1).to_i
count = (ARGV[1] || 2000).to_i
random = Random.new(seed)
OPEN = ["---\n", "---\n", "---\n", "--- \n", "---\t\r\n", "---\r\n", "----\n", "--- x\n", " ---\n", "\n---\n", "---", "+++\n", ""].freeze
LINES = ["a: 1\n", "b: 2\r\n", "\n", "  \n", "\t\n", " ---\n", "----\n", "--- x\n", "---x\n", "..\n", "....\n", "# c\n", "---\u00a0\n", "é: |\n",
         "---\r", "-- -\n"].freeze
CLOSE = ["---\n", "---\n", "...\n", "--- \n", "---\t\n", "---\r\n", "...\r\n", "---\v\n", "---\f\n", "---", "...", "---\n\n\n", "---\n \n\t\n", ""].freeze
BODY = ["Body\n", "    Body\n", "\n\nBody", "---\nBody\n---\n", "", "\r\nBody\r\n", "\tBody", "é\n", " \n"].freeze

pages = Array.new(count) do
  pick = ->(list) { list[random.rand(list.size)] }
  pick[OPEN] + "a: 1\n" + Array.new(random.rand(4)) { pick[LINES] }.join + pick[CLOSE] + pick[BODY]
end

agreed = different = left_out = 0
Dir.mktmpdir do |site|
  File.write("#{site}/_config.yml", "defaults: [{scope: {path: ''}, values: {render_with_liquid: false}}]\n")
  pages.each_with_index { |page, i| File.binwrite("#{site}/p#{i}.html", page) }
  log, status = Open3.capture2e("jekyll", "build", "-q", "-s", site, "-d", "#{site}/_site")
  abort log unless status.success?
  Open3.popen2("target/release/examples/split_batch") do |input, output, _|
    pages.each_with_index do |page, i|
      input.write("#{page.bytesize}\n", page)
      input.flush
      start, format, problem = output.gets.split
      next left_out += 1 unless problem == "None" && !format.match?(/Toml|Json/)

      theirs = File.binread("#{site}/_site/p#{i}.html")
      ours = page.b[start.to_i..]
      ours == theirs ? agreed += 1 : different += 1
      warn "#{page.inspect}\n  ours   #{ours.inspect}\n  theirs #{theirs.inspect}" if ours != theirs && different <= 10
    end
  end
end
puts "#{`jekyll --version`.chomp}; seed #{seed}: #{agreed + different} compared, #{different} different, #{left_out} left out"
