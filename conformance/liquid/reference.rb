# Expands templates with the Jekyll and Liquid that are installed: the judge of handbill-liquid.
#
# Standard input: one JSON object a line, {"template": text, "globals": {name: value}}. Standard output: one a line,
# {"text": expanded} or {"error": message}. The folder `site` beside this file is the Jekyll site of all of them.
require "jekyll"
require "json"

if ARGV == ["--version"]
  puts "ruby #{RUBY_VERSION}, jekyll #{Jekyll::VERSION}, liquid #{Liquid::VERSION}, kramdown #{Kramdown::VERSION}"
  exit
end

ENV["TZ"] = "UTC"
Jekyll.logger.log_level = :error
source = File.join(__dir__, "site")
site = Jekyll::Site.new(Jekyll.configuration(
  "source" => source, "destination" => "/tmp/handbill-liquid-site", "quiet" => true, "disable_disk_cache" => true
))
site.reset
site.read
$stderr.reopen(File::NULL)

$stdin.each_line do |line|
  job = JSON.parse(line)
  globals = job["globals"]
  site.config["url"] = globals.dig("site", "url")
  site.config["baseurl"] = globals.dig("site", "baseurl")
  # The URL filters keep what they made for a text; another case may have another site.
  site.filter_cache.clear if site.respond_to?(:filter_cache)
  begin
    # A path of its own each time, since Jekyll keeps parsed templates by their path.
    template = Liquid::Template.parse(job["template"], :error_mode => :warn, :line_numbers => true)
    page = globals["page"] || {}
    info = { :registers => { :site => site, :page => page }, :strict_filters => false, :strict_variables => false }
    text = template.render!(globals, info)
    puts JSON.generate("text" => text.to_s.encode("UTF-8", :invalid => :replace).scrub)
  rescue SystemStackError, StandardError => e
    puts JSON.generate("error" => "#{e.class}: #{e.message}".scrub)
  end
  $stdout.flush
end
