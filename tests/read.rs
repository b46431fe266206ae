//! Bytes in, prose out: encodings, paragraphs, Markdown.

use crossfoot::model::document::{BlockKind, Document};
use crossfoot::read::{Format, read};

/// The blocks of a text, one a line, each with the letter of its kind; line breaks inside a block are shown as ⏎.
fn blocks(text: &str, format: Format) -> String {
    shown(&read("text", text.as_bytes(), format))
}

fn shown(document: &Document) -> String {
    let line = |block: &crossfoot::model::document::Block| {
        let kind = match block.kind {
            BlockKind::Heading => "H",
            BlockKind::Paragraph => "P",
            BlockKind::Cell => "C",
            BlockKind::Quotation => "Q",
            BlockKind::Footnote => "F",
        };
        format!("{kind} {}", document.words(block.span).replace("\r\n", "⏎").replace(['\n', '\r'], "⏎"))
    };
    document.blocks.iter().map(line).collect::<Vec<_>>().join("\n")
}

fn plain(text: &str) -> String {
    blocks(text, Format::Plain)
}

fn markdown(text: &str) -> String {
    blocks(text, Format::Markdown)
}

#[test]
fn the_ending_of_a_name_tells_the_format() {
    assert_eq!(Format::of_path("a/b.TXT"), Some(Format::Plain));
    assert_eq!(Format::of_path("README"), Some(Format::Plain));
    assert_eq!(Format::of_path("draft.v2/notes"), Some(Format::Plain));
    assert_eq!(Format::of_path("notes.md"), Some(Format::Markdown));
    assert_eq!(Format::of_path("a.markdown"), Some(Format::Markdown));
    assert_eq!(Format::of_path("a.pdf"), None);
    assert_eq!(Format::of_path("a.tar.gz"), None);
}

#[test]
fn the_same_text_is_read_from_every_encoding() {
    let text = "去年全市专利授权量达3.5亿件，比上年增长12%。\n今年上半年又增加1200件，同比增长4.5%。\n";
    let utf16 = |bytes: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(bytes).collect::<Vec<u8>>();
    let (gb, _, _) = encoding_rs::GB18030.encode(text);
    let marked = |mark: &[u8], bytes: Vec<u8>| [mark, &bytes].concat();
    let variants = [
        text.as_bytes().to_vec(),
        marked(&[0xef, 0xbb, 0xbf], text.as_bytes().to_vec()),
        marked(&[0xff, 0xfe], utf16(u16::to_le_bytes)),
        marked(&[0xfe, 0xff], utf16(u16::to_be_bytes)),
        utf16(u16::to_le_bytes),
        utf16(u16::to_be_bytes),
        gb.into_owned(),
    ];
    for (number, bytes) in variants.iter().enumerate() {
        assert_eq!(read("text", bytes, Format::Plain).prose, text, "variant {number}");
    }
}

#[test]
fn what_is_no_chinese_is_not_read_as_chinese() {
    let french = "L'électricité a coûté 12 % de plus : 3 400 € au lieu de 3 036 €. Déjà, l'été dernier, c'était très élevé.";
    let (bytes, _, unmappable) = encoding_rs::WINDOWS_1252.encode(french);
    assert!(!unmappable);
    assert_eq!(read("text", &bytes, Format::Plain).prose, french);
    let english = "\u{93}Sales rose by \u{a3}5\u{94}".chars().map(|letter| letter as u8).collect::<Vec<u8>>();
    assert_eq!(read("text", &english, Format::Plain).prose, "“Sales rose by £5”");
}

#[test]
fn damaged_text_is_read_as_far_as_it_goes() {
    let mut bytes = "同比增长百分之十二，完成投资三亿元，其中工业投资一亿元。".as_bytes().to_vec();
    bytes.truncate(bytes.len() - 1);
    assert_eq!(read("text", &bytes, Format::Plain).prose, "同比增长百分之十二，完成投资三亿元，其中工业投资一亿元\u{fffd}");
    assert_eq!(read("text", b"\xff\xfe1\x00\x00\xd82\x00\x33", Format::Plain).prose, "1\u{fffd}2\u{fffd}");
    assert_eq!(plain("a\0b 12\u{1}3\n"), "P a\0b 12\u{1}3");
    for bytes in [&b""[..], b"\xff", b"\xff\xfe", b"\xef\xbb\xbf", b"\0", b"\0\0\0", b"\x81\x30", b"\n\r\n"] {
        for format in [Format::Plain, Format::Markdown] {
            assert!(read("text", bytes, format).blocks.len() < 2);
        }
    }
}

#[test]
fn a_paragraph_a_line() {
    let long =
        "The council approved 14 schemes worth 3.2 million pounds in all, and a further 6 are waiting for the minister's word. ".repeat(3);
    assert_eq!(plain(&format!("Title\n{long}\n{long}\n")), format!("P Title\nP {0}\nP {0}", long.trim()));
}

#[test]
fn hard_wrapped_lines_are_one_paragraph() {
    let wrapped = "The council approved 14 schemes worth 3.2 million pounds in all, and a\n\
        further 6 are waiting for the minister's word. Of the 14 schemes, nine are in\n\
        the north, which had complained of being forgotten in each of the last two\n\
        years.\n\
        \n\
        Next Tuesday the council will vote again.\n";
    assert_eq!(plain(wrapped).lines().count(), 2);
    assert!(plain(wrapped).starts_with("P The council approved 14 schemes worth 3.2 million pounds in all, and a⏎further 6"));
    assert_eq!(plain(&wrapped.replace('\n', "\r\n")), plain(wrapped));
    assert_eq!(plain(&wrapped.replace('\n', "\r")), plain(wrapped));
}

#[test]
fn hard_wrapped_chinese_is_one_paragraph() {
    let wrapped = "今年以来全市新增就业岗位一万二千个比去年同期增加\n二千个其中制造业新增五千个服务业新增七千个均创历\n史新高。\n";
    assert_eq!(plain(wrapped).lines().count(), 1);
}

#[test]
fn independent_lines_stay_apart() {
    let list =
        "Sales rose 5% to 105 million.\nCosts fell 3% to 97 million.\nThe board proposes a dividend of 12 cents a share.\nStaff: 340.\n";
    assert_eq!(plain(list).lines().count(), 4);
    assert_eq!(plain("Speakers\nDr Ines Hallam, director of the harbour office\nMr Tom Beckett\n").lines().count(), 3);
    assert_eq!(
        plain("- nine schools in the north, which had complained\n- five in the south\n- none in the west of the county, they say\n")
            .lines()
            .count(),
        3
    );
}

#[test]
fn inline_marks_are_gone_and_numbers_whole() {
    assert_eq!(markdown("**1**,234 people and *5*&nbsp;% &mdash; R&amp;D\n"), "P 1,234 people and 5\u{a0}% — R&D");
    assert_eq!(markdown("up <b>3</b>.5% since <!-- 2019 --> May<br>down 2%\n"), "P up 3.5% since  May\nP down 2%");
    assert_eq!(markdown("1,234<sup>1</sup> km<sup>2</sup>, CO<sub>2</sub>\n"), "P 1,234¹ km², CO₂");
    assert_eq!(markdown("\\*12\\* and 1,234[^n] more\n\n[^n]: Of 2,000.\n"), "P *12* and 1,234 more\nF Of 2,000.");
    assert_eq!(markdown("~~12~~ 13 guests; 10~20 and 30~40 tables\n"), "P 13 guests; 10~20 and 30~40 tables");
}

#[test]
fn code_addresses_images_and_front_matter_are_no_prose() {
    assert_eq!(markdown("---\ntitle: 12 things\n---\n\nSee `f(3)` here\n\n```\n4\n```\n\n    5\n\n<div>6</div>\n"), "P See   here");
    assert_eq!(
        markdown("+++\ncount = 12\n+++\nThe [2024 report](http://x.org/99 \"7\") ![8](9.png) <http://y.org/10>\n"),
        "P The 2024 report"
    );
}

#[test]
fn lines_of_a_paragraph_that_were_not_wrapped_are_statements_of_their_own() {
    assert_eq!(markdown("Date: 4 May\nTotal: 12\nMen 5,\nwomen 7\n"), "P Date: 4 May\nP Total: 12\nP Men 5,⏎women 7");
    let wrapped = "> The council approved 14 schemes worth 3.2 million pounds in all, and\n> Six more are waiting for the minister's word. Of the 14 schemes,\n> Nine are in the north.\n";
    assert_eq!(markdown(wrapped).lines().count(), 1);
}

#[test]
fn every_kind_of_block() {
    let text = "# Year 2024\n\nOne\ntwo\n\n- item 1\n- item 2\n\n  more\n\n> said\n> so\n\n| a | b |\n|---|--:|\n| **3** | 4\\|5 |\n";
    assert_eq!(markdown(text), "H Year 2024\nP One⏎two\nP item 1\nP item 2\nP more\nQ said⏎so\nC a\nC b\nC 3\nC 4|5");
}
