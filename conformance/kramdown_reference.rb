#!/usr/bin/env ruby
# frozen_string_literal: true

# kramdown as Jekyll 4.3.1 calls it, for many inputs: each record on standard input is its length in bytes, a line end,
# and the text; each on standard output likewise, with the HTML. What it refuses is answered with the length -1.
# With --versions it prints what it is made of.

require 'kramdown'
require 'kramdown-parser-gfm'
require 'rouge'
require 'timeout'

if ARGV.include?('--versions')
  puts "ruby #{RUBY_VERSION}, kramdown #{Kramdown::VERSION}, kramdown-parser-gfm #{Gem.loaded_specs['kramdown-parser-gfm']&.version || '1.1.0'}, rouge #{Rouge.version}"
  exit
end

# What `jekyll build` passes without a word in `_config.yml`.
OPTIONS = {
  auto_ids: true, toc_levels: (1..6).to_a, entity_output: 'as_char', smart_quotes: 'lsquo,rsquo,ldquo,rdquo',
  input: 'GFM', hard_wrap: false, guess_lang: true, footnote_nr: 1, show_warnings: false,
  syntax_highlighter: 'rouge', syntax_highlighter_opts: { default_lang: 'plaintext', guess_lang: true }, coderay: {}
}.freeze

$stdin.binmode
$stdout.binmode
while (length = $stdin.gets)
  text = $stdin.read(length.to_i).force_encoding('UTF-8')
  html = begin
    Timeout.timeout(5) { Kramdown::Document.new(text, OPTIONS).to_html }
  rescue StandardError, SystemStackError
    nil
  end
  if html
    $stdout.write("#{html.bytesize}\n", html)
  else
    $stdout.write("-1\n")
  end
  $stdout.flush
end
