#!/usr/bin/env ruby
# frozen_string_literal: true

# kramdown as Jekyll 4.3.1 calls it, for many inputs: each record on standard input is its length in bytes, options as
# `name=value`, a line end, and the text; each on standard output is a length, a line end, and the HTML. What it refuses is answered with the length -1.
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

def value(name, written)
  return written if %w[toc_levels smart_quotes].include?(name) # kramdown reads these itself

  { 'true' => true, 'false' => false }.fetch(written) { written.match?(/\A-?\d+\z/) ? written.to_i : written }
end

$stdin.binmode
$stdout.binmode
while (head = $stdin.gets)
  length, *words = head.split
  options = words.to_h do |word|
    name, written = word.split('=', 2)
    [name.to_sym, value(name, written)]
  end
  text = $stdin.read(length.to_i).force_encoding('UTF-8')
  html = begin
    Timeout.timeout(5) { Kramdown::Document.new(text, OPTIONS.merge(options)).to_html }
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
