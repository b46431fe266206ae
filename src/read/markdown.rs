//! Markdown: what people read of it, without the marks.
//!
//! Code, addresses, images, HTML tags and front matter are no prose; deleted text (`~~…~~`) is no longer said.

use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Options, Parser, Tag, TagEnd};

use super::{Text, plain};
use crate::model::document::{Anchor, Block, BlockKind, Span};

/// The prose of Markdown text: headings, paragraphs, items, cells, quotations and footnotes are blocks.
pub fn read(source: &str) -> Text {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_GFM
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS
        | Options::ENABLE_PLUSES_DELIMITED_METADATA_BLOCKS;
    let mut reader = Reader { source, lines: plain::read(source).blocks, ..Reader::default() };
    for (event, range) in Parser::new_ext(source, options).into_offset_iter() {
        reader.take(event, range);
    }
    reader.end_block();
    if reader.anchors.first().is_none_or(|anchor| anchor.prose > 0) {
        reader.anchors.insert(0, Anchor { prose: 0, source: 0 });
    }
    Text { prose: reader.prose, anchors: reader.anchors, blocks: reader.blocks }
}

#[derive(Default)]
struct Reader<'s> {
    source: &'s str,
    /// The paragraphs that the source has if it is read as plain text.
    lines: Vec<Block>,
    prose: String,
    anchors: Vec<Anchor>,
    blocks: Vec<Block>,
    /// Where the block being read began.
    begun: Option<usize>,
    /// What the blocks around this place are, the innermost last.
    kinds: Vec<BlockKind>,
    /// How many elements around this place are no prose.
    hidden: usize,
    script: Script,
}

/// Whether text stands on the line, above or below it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Script {
    #[default]
    Line,
    Above,
    Below,
}

impl Reader<'_> {
    fn take(&mut self, event: Event, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(&tag, range),
            Event::End(end) => self.end(end, range),
            Event::Text(text) => self.text(&text, range),
            Event::Code(_) | Event::InlineMath(_) | Event::DisplayMath(_) => self.opaque(" ", range),
            Event::SoftBreak if self.ends_line(&range) => self.end_block(),
            Event::SoftBreak => self.opaque("\n", range),
            Event::HardBreak | Event::Rule => self.end_block(),
            Event::InlineHtml(tag) => self.inline_tag(&tag),
            Event::Html(_) | Event::FootnoteReference(_) | Event::TaskListMarker(_) => {}
        }
    }

    fn start(&mut self, tag: &Tag, range: Range<usize>) {
        match tag {
            Tag::Heading { .. } => self.enter(BlockKind::Heading),
            Tag::BlockQuote(_) => self.enter(BlockKind::Quotation),
            Tag::FootnoteDefinition(_) => self.enter(BlockKind::Footnote),
            Tag::TableCell => self.enter(BlockKind::Cell),
            Tag::Paragraph | Tag::List(_) | Tag::Item | Tag::Table(_) | Tag::TableHead | Tag::TableRow => self.end_block(),
            Tag::DefinitionList | Tag::DefinitionListTitle | Tag::DefinitionListDefinition => self.end_block(),
            Tag::CodeBlock(_) | Tag::HtmlBlock | Tag::MetadataBlock(_) => {
                self.end_block();
                self.hidden += 1;
            }
            Tag::Image { .. } => self.hidden += 1,
            Tag::Link { link_type: LinkType::Autolink | LinkType::Email, .. } => self.hidden += 1,
            Tag::Strikethrough if self.deleted(&range) => self.hidden += 1,
            // "10~20 and 30~40" deletes nothing: a single tilde says "to" or "about".
            Tag::Strikethrough => self.text("~", range.start..range.start + 1),
            Tag::Link { .. } | Tag::Emphasis | Tag::Strong | Tag::Superscript | Tag::Subscript => {}
        }
    }

    fn end(&mut self, end: TagEnd, range: Range<usize>) {
        match end {
            TagEnd::Heading(_) | TagEnd::BlockQuote(_) | TagEnd::FootnoteDefinition | TagEnd::TableCell => {
                self.end_block();
                self.kinds.pop();
            }
            TagEnd::Paragraph | TagEnd::List(_) | TagEnd::Item | TagEnd::Table | TagEnd::TableHead | TagEnd::TableRow => self.end_block(),
            TagEnd::DefinitionList | TagEnd::DefinitionListTitle | TagEnd::DefinitionListDefinition => self.end_block(),
            TagEnd::CodeBlock | TagEnd::HtmlBlock | TagEnd::MetadataBlock(_) | TagEnd::Image => self.hidden = self.hidden.saturating_sub(1),
            // The event of a link's end doesn't say its type, but its range does.
            TagEnd::Link if self.source.get(range.clone()).is_some_and(|link| link.starts_with('<')) => {
                self.hidden = self.hidden.saturating_sub(1)
            }
            TagEnd::Strikethrough if self.deleted(&range) => self.hidden = self.hidden.saturating_sub(1),
            TagEnd::Strikethrough => self.text("~", range.end.saturating_sub(1)..range.end),
            TagEnd::Link | TagEnd::Emphasis | TagEnd::Strong | TagEnd::Superscript | TagEnd::Subscript => {}
        }
    }

    /// Whether a line break inside a paragraph is its writer's: "Date: 4 May" over "Total: 12" are two statements, though
    /// Markdown would draw them in one line. Lines that are wrapped, and lines that break off at a comma or go on in
    /// small letters, are one.
    fn ends_line(&self, range: &Range<usize>) -> bool {
        let before = self.source.get(..range.start).unwrap_or("").trim_end();
        let next = self.source.get(range.end..).and_then(|rest| rest.trim_start_matches([' ', '\t', '>']).chars().next());
        let goes_on = before.ends_with([',', ';', '，', '；', '、', '–', '—', '(']) || next.is_some_and(char::is_lowercase);
        let block = self.lines.partition_point(|block| block.span.end < before.len());
        let wrapped = self.lines.get(block).is_some_and(|block| block.span.start < before.len() && block.span.end > range.end);
        !goes_on && !wrapped
    }

    fn deleted(&self, range: &Range<usize>) -> bool {
        self.source.get(range.clone()).is_some_and(|text| text.starts_with("~~"))
    }

    fn enter(&mut self, kind: BlockKind) {
        self.end_block();
        self.kinds.push(kind);
    }

    fn inline_tag(&mut self, tag: &str) {
        let name: String =
            tag.trim_start_matches('<').chars().take_while(|letter| *letter == '/' || letter.is_ascii_alphanumeric()).collect();
        match name.to_ascii_lowercase().as_str() {
            "br" => self.end_block(),
            "sup" => self.script = Script::Above,
            "sub" => self.script = Script::Below,
            "/sup" | "/sub" => self.script = Script::Line,
            _ => {}
        }
    }

    fn text(&mut self, text: &str, range: Range<usize>) {
        if self.script != Script::Line {
            let shifted: String = text.chars().map(|letter| shift(letter, self.script)).collect();
            self.opaque(&shifted, range);
        } else if self.source.get(range.clone()) == Some(text) {
            self.parallel(text, range.start);
        } else {
            self.opaque(text, range);
        }
    }

    /// Prose that stands in the source as it is.
    fn parallel(&mut self, text: &str, source: usize) {
        if self.hidden > 0 || text.is_empty() {
            return;
        }
        let prose = self.prose.len();
        self.begun.get_or_insert(prose);
        let goes_on = self.anchors.last().is_some_and(|last| last.source + (prose - last.prose) == source);
        if !goes_on {
            self.anchors.push(Anchor { prose, source });
        }
        self.prose.push_str(text);
    }

    /// Prose that is written otherwise in the source: an entity, a line break with the marks of a quotation behind it.
    fn opaque(&mut self, text: &str, range: Range<usize>) {
        if self.hidden > 0 || text.is_empty() || range.is_empty() || (self.begun.is_none() && text.trim().is_empty()) {
            return;
        }
        let prose = self.prose.len();
        self.begun.get_or_insert(prose);
        self.anchors.push(Anchor { prose, source: range.start });
        self.anchors.push(Anchor { prose: prose + text.len() - 1, source: range.end - 1 });
        self.prose.push_str(text);
    }

    fn end_block(&mut self) {
        self.script = Script::Line;
        let Some(begun) = self.begun.take() else { return };
        let end = self.prose.trim_end().len();
        let start = begun + self.prose.get(begun..).map_or(0, |text| text.len() - text.trim_start().len());
        if start < end {
            let kind = self.kinds.last().copied().unwrap_or(BlockKind::Paragraph);
            self.blocks.push(Block { kind, span: Span::new(start, end) });
        }
        // Blocks stand apart, so that no word runs on from one into the next.
        self.prose.push('\n');
    }
}

/// A digit raised or lowered has a character of its own, and must not become part of the number before it.
fn shift(letter: char, script: Script) -> char {
    let row: [char; 10] = match script {
        Script::Line => return letter,
        Script::Above => ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'],
        Script::Below => ['₀', '₁', '₂', '₃', '₄', '₅', '₆', '₇', '₈', '₉'],
    };
    letter.to_digit(10).and_then(|digit| row.get(digit as usize)).copied().unwrap_or(letter)
}
