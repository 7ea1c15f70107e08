//! The encodings of text files, and their detection.
//!
//! Invariant: UTF-8 text is never taken for anything else. Other text is judged by how its letters combine in each encoding that business programs
//! write: Windows, DOS, classic Mac, simplified and traditional Chinese.

use crm_core::{Error, Result};
use encoding_rs::{BIG5, GB18030, MACINTOSH, UTF_16BE, UTF_16LE, WINDOWS_1252};
use oem_cp::code_table::{DECODING_TABLE_CP437, DECODING_TABLE_CP850};
use std::io::{self, Read};

/// A character encoding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Encoding {
    Utf8,
    Utf16Le,
    Utf16Be,
    Windows1252,
    Cp850,
    Cp437,
    Macintosh,
    Gb18030,
    Big5,
    /// Any other that browsers know, if the caller names it.
    Other(&'static encoding_rs::Encoding),
}

impl Encoding {
    /// Its common name.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Utf16Le => "UTF-16LE",
            Self::Utf16Be => "UTF-16BE",
            Self::Windows1252 => "Windows-1252",
            Self::Cp850 => "CP850",
            Self::Cp437 => "CP437",
            Self::Macintosh => "Mac Roman",
            Self::Gb18030 => "GB18030",
            Self::Big5 => "Big5",
            Self::Other(other) => other.name(),
        }
    }

    /// The encoding that a caller names.
    pub(crate) fn of_label(label: &str) -> Result<Self> {
        let plain: String = label.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_ascii_lowercase();
        Ok(match plain.as_str() {
            "utf8" => Self::Utf8,
            "utf16" | "utf16le" => Self::Utf16Le,
            "utf16be" => Self::Utf16Be,
            "cp850" | "ibm850" | "850" | "dos850" => Self::Cp850,
            "cp437" | "ibm437" | "437" | "dos437" => Self::Cp437,
            "macroman" | "macintosh" | "mac" => Self::Macintosh,
            "gb18030" | "gbk" | "gb2312" | "cp936" | "936" => Self::Gb18030,
            "big5" | "cp950" | "950" => Self::Big5,
            "windows1252" | "cp1252" | "1252" | "latin1" | "iso88591" | "ansi" => Self::Windows1252,
            "cp932" | "ms932" | "932" => Self::Other(encoding_rs::SHIFT_JIS),
            "cp949" | "949" => Self::Other(encoding_rs::EUC_KR),
            _ => match encoding_rs::Encoding::for_label(label.trim().as_bytes()) {
                Some(other) => Self::Other(other),
                None => return Err(Error::field("encoding", format!("is `{label}`, which is not a known encoding")).with("value", label)),
            },
        })
    }

    /// The encoding of a Windows code page, as old workbooks name it; Windows-1252 for unknown ones.
    pub(crate) fn of_code_page(number: u16) -> Self {
        match number {
            437 => Self::Cp437,
            850 => Self::Cp850,
            936 => Self::Gb18030,
            950 => Self::Big5,
            10_000 | 32_768 => Self::Macintosh,
            other => encoding_rs::Encoding::for_label(format!("windows-{other}").as_bytes()).map_or(Self::Windows1252, Self::Other),
        }
    }

    fn table(self) -> Result<&'static encoding_rs::Encoding, &'static [char; 128]> {
        match self {
            Self::Cp850 => Err(&DECODING_TABLE_CP850),
            Self::Cp437 => Err(&DECODING_TABLE_CP437),
            Self::Utf8 => Ok(encoding_rs::UTF_8),
            Self::Utf16Le => Ok(UTF_16LE),
            Self::Utf16Be => Ok(UTF_16BE),
            Self::Windows1252 => Ok(WINDOWS_1252),
            Self::Macintosh => Ok(MACINTOSH),
            Self::Gb18030 => Ok(GB18030),
            Self::Big5 => Ok(BIG5),
            Self::Other(other) => Ok(other),
        }
    }

    /// Decodes bytes; invalid ones become U+FFFD.
    pub(crate) fn decode(self, bytes: &[u8]) -> String {
        match self.table() {
            Ok(known) => known.decode_without_bom_handling(bytes).0.into_owned(),
            Err(table) => bytes.iter().map(|byte| of_table(table, *byte)).collect(),
        }
    }

    /// A stream decoder, for encodings whose lines do not end with single bytes.
    pub(crate) fn decoder(self) -> Option<encoding_rs::Decoder> {
        match self {
            Self::Utf16Le | Self::Utf16Be => self.table().ok().map(encoding_rs::Encoding::new_decoder_without_bom_handling),
            _ => None,
        }
    }

    /// The text, if every byte is valid.
    fn decoded_whole(self, bytes: &[u8]) -> Option<String> {
        let known = self.table().ok()?;
        known.decode_without_bom_handling_and_without_replacement(bytes).map(std::borrow::Cow::into_owned)
    }
}

fn of_table(table: &[char; 128], byte: u8) -> char {
    table.get(usize::from(byte.wrapping_sub(128))).copied().filter(|_| byte >= 128).unwrap_or(char::from(byte))
}

/// UTF-16 without a byte order mark: every other byte of its Latin text is zero.
pub(crate) fn utf16_without_mark(sample: &[u8]) -> Option<Encoding> {
    let pairs = sample.len() / 2;
    let zeros = |odd: usize| sample.iter().skip(odd).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    let many = |count: usize, other: usize| count.saturating_mul(10) >= pairs && count > other.saturating_mul(20);
    match () {
        () if pairs < 2 => None,
        () if many(odd, even) => Some(Encoding::Utf16Le),
        () if many(even, odd) => Some(Encoding::Utf16Be),
        () => None,
    }
}

/// A stream in another encoding as UTF-8, in which lines and markup can be found; invalid bytes become U+FFFD.
pub(crate) struct Decoding<R> {
    input: R,
    decoder: encoding_rs::Decoder,
    source: Vec<u8>,
    text: Vec<u8>,
    /// Decoded text that was not read yet.
    ready: std::ops::Range<usize>,
    ended: bool,
}

/// How much is decoded at a time, and the room that it can take.
const DECODED: (usize, usize) = (8 * 1024, 32 * 1024);

impl<R: Read> Decoding<R> {
    pub(crate) fn new(input: R, decoder: encoding_rs::Decoder) -> Self {
        Self { input, decoder, source: vec![0; DECODED.0], text: vec![0; DECODED.1], ready: 0..0, ended: false }
    }
}

impl<R: Read> Read for Decoding<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        while self.ready.is_empty() && !self.ended {
            let count = self.input.read(&mut self.source)?;
            self.ended = count == 0;
            let source = self.source.get(..count).unwrap_or_default();
            let (_, _, written, _) = self.decoder.decode_to_utf8(source, &mut self.text, self.ended);
            self.ready = 0..written;
        }
        let count = self.text.get(self.ready.clone()).unwrap_or_default().read(buffer)?;
        self.ready.start = self.ready.start.saturating_add(count);
        Ok(count)
    }
}

/// A decoder for markup by its first bytes: their byte order mark, or the encoding that its declaration names; `None` for UTF-8.
pub(crate) fn decoder_of_markup(head: &[u8]) -> Option<encoding_rs::Decoder> {
    let declared = || {
        let declaration = head.split(|byte| *byte == b'>').next().filter(|start| start.starts_with(b"<?xml"))?;
        let text = String::from_utf8_lossy(declaration).into_owned();
        let (_, behind) = text.split_once("encoding=")?;
        let quote = behind.chars().next()?;
        encoding_rs::Encoding::for_label(behind.get(1..)?.split(quote).next()?.as_bytes())
    };
    let encoding = match head {
        [0xFF, 0xFE, ..] | [b'<', 0, ..] => UTF_16LE,
        [0xFE, 0xFF, ..] | [0, b'<', ..] => UTF_16BE,
        [0xEF, 0xBB, 0xBF, ..] => encoding_rs::UTF_8,
        // A declaration that can be read this way is in no two-byte encoding, whatever it names.
        _ => declared().filter(|encoding| encoding.is_ascii_compatible()).unwrap_or(encoding_rs::UTF_8),
    };
    (encoding != encoding_rs::UTF_8).then(|| encoding.new_decoder_with_bom_removal())
}

/// The likeliest encoding of lines that are not UTF-8.
pub(crate) fn guess(sample: &[u8]) -> Encoding {
    if let Some(chinese) = chinese(sample) {
        return chinese;
    }
    // In order of how common they are: the first of equals wins.
    let western = [Encoding::Windows1252, Encoding::Cp850, Encoding::Macintosh, Encoding::Cp437];
    let scores = western.map(|encoding| (plausibility(&encoding.decode(sample)), encoding));
    scores.into_iter().reduce(|best, next| if next.0 > best.0 { next } else { best }).map_or(Encoding::Windows1252, |(_, encoding)| encoding)
}

/// Chinese in two bytes per character. In simplified Chinese nearly all second bytes are high like the first, in traditional about half; accented
/// Western letters mostly occur alone, and within words.
fn chinese(sample: &[u8]) -> Option<Encoding> {
    let (mut pairs, mut common, mut low, mut lonely) = (0_usize, 0_usize, 0_usize, 0_usize);
    // Runs of characters, and those within a word of Latin letters.
    let (mut runs, mut in_words) = (0_usize, 0_usize);
    let (mut before, mut within, mut begins_in_word) = (0_u8, false, false);
    let mut bytes = sample.iter().copied().peekable();
    while let Some(lead) = bytes.next() {
        if lead < 0x80 {
            in_words = in_words.saturating_add(usize::from(within && (begins_in_word || lead.is_ascii_alphabetic())));
            (before, within) = (lead, false);
            continue;
        }
        if !within {
            runs = runs.saturating_add(1);
            (within, begins_in_word) = (true, before.is_ascii_alphabetic());
        }
        match bytes.peek() {
            Some(0xA1..=0xFE) => {
                pairs = pairs.saturating_add(1);
                common = common.saturating_add(usize::from(matches!(lead, 0xA1..=0xA3 | 0xB0..=0xF7)));
                bytes.next();
            }
            Some(0x40..=0x7E) => {
                low = low.saturating_add(1);
                lonely = lonely.saturating_add(usize::from(!matches!(lead, 0xA1..=0xF9)));
                bytes.next();
            }
            _ => lonely = lonely.saturating_add(1),
        }
    }
    let all = pairs.saturating_add(low).saturating_add(lonely);
    if pairs.saturating_mul(10) < all.saturating_mul(3) || lonely.saturating_mul(10) > all || in_words.saturating_mul(2) >= runs {
        return None;
    }
    let is_traditional = low.saturating_mul(6) > all;
    let candidates = if is_traditional { [Encoding::Big5, Encoding::Gb18030] } else { [Encoding::Gb18030, Encoding::Big5] };
    let enough = |encoding: Encoding| encoding != Encoding::Gb18030 || common.saturating_mul(10) >= pairs.saturating_mul(6);
    candidates.into_iter().find(|encoding| enough(*encoding) && encoding.decoded_whole(sample).is_some_and(|text| is_mostly_chinese(&text)))
}

fn is_mostly_chinese(text: &str) -> bool {
    let foreign = text.chars().filter(|c| !c.is_ascii()).count();
    let chinese = text.chars().filter(|c| matches!(c, '\u{3000}'..='\u{303f}' | '\u{4e00}'..='\u{9fff}' | '\u{ff00}'..='\u{ffef}')).count();
    chinese.saturating_mul(10) >= foreign.saturating_mul(9)
}

/// Symbols that occur in lists of goods and customers, but not within words.
const SIGNS: &str = "€£¥¢ºª°¿¡«»‘“”–—…•™®©§±²³½¼¾×´\u{a0}";

/// How plausible the letter combinations of a Western text are.
fn plausibility(text: &str) -> i64 {
    let characters: Vec<char> = text.chars().collect();
    let at = |index: Option<usize>| index.and_then(|index| characters.get(index)).copied().unwrap_or(' ');
    let mut score = 0_i64;
    for (index, c) in characters.iter().enumerate().filter(|(_, c)| !c.is_ascii()) {
        let (before, after) = (at(index.checked_sub(1)), at(index.checked_add(1)));
        let beside_letters = before.is_alphabetic() || after.is_alphabetic();
        let between_letters = before.is_alphabetic() && after.is_alphabetic();
        let points = match c {
            // A lower-case letter before a capital is a different symbol in another encoding.
            c if c.is_lowercase() && after.is_uppercase() && !before.is_uppercase() => -4,
            'á' | 'é' | 'í' | 'ó' | 'ú' | 'ñ' | 'ü' if beside_letters => 4,
            'Á' | 'É' | 'Í' | 'Ó' | 'Ú' | 'Ñ' | 'Ü' if beside_letters && !before.is_lowercase() => 4,
            'à' | 'è' | 'ò' | 'ã' | 'õ' | 'ä' | 'ö' | 'ê' | 'â' | 'ô' | 'ç' | 'ß' if beside_letters => 2,
            'À' | 'È' | 'Ç' | 'Ä' | 'Ö' if beside_letters && !before.is_lowercase() => 2,
            // `l’home`: a word of one letter before it.
            '’' if before.is_alphabetic() && !at(index.checked_sub(2)).is_alphabetic() => 4,
            '’' | '·' => 2,
            c if !between_letters && SIGNS.contains(*c) => 2,
            c if c.is_lowercase() => 1,
            c if c.is_uppercase() && beside_letters && !before.is_lowercase() => 1,
            c if c.is_control() || *c == '\u{fffd}' => -10,
            _ => -4,
        };
        score = score.saturating_add(points);
    }
    score
}

#[cfg(test)]
mod tests {
    use super::*;

    const SPANISH: &str =
        "Código cliente;Nombre;País;Límite\n00123;Bodega Peña e Hijos, S.L.;España\n00124;Ñandú & Cía;España\n00125;Café Ángel;Francia\n";

    fn encoded(text: &str, encoding: Encoding) -> Vec<u8> {
        match encoding.table() {
            Ok(known) => known.encode(text).0.into_owned(),
            Err(table) => text
                .chars()
                .map(|c| {
                    u8::try_from(c)
                        .ok()
                        .filter(u8::is_ascii)
                        .unwrap_or_else(|| u8::try_from(table.iter().position(|of| *of == c).unwrap() + 128).unwrap())
                })
                .collect(),
        }
    }

    #[test]
    fn spanish_is_known_in_every_encoding_that_shops_write() {
        for encoding in [Encoding::Windows1252, Encoding::Cp850, Encoding::Macintosh] {
            let bytes = encoded(SPANISH, encoding);
            assert_eq!((guess(&bytes), encoding.decode(&bytes).as_str()), (encoding, SPANISH));
            let short = encoded("C1;Peña\n", encoding);
            assert_eq!(guess(&short), encoding, "one letter is enough");
        }
        // Signs alone: they would be letters in the other encodings.
        for text in ["A;12,50 €\n", "A;“hola”\n", "A;• uno\n", "A;Nº 5\n", "A;l’home\n", "A;uno – dos\n", "A;etc…\n", "A;Acme™\n", "A;10 × 20\n"]
        {
            assert_eq!(guess(&encoded(text, Encoding::Windows1252)), Encoding::Windows1252, "{text}");
        }
        for text in ["A;COMPAÑÍA ESPAÑOLA\n", "A;compró ayer\n", "A;LEÓN\n"] {
            assert_eq!(guess(&encoded(text, Encoding::Cp850)), Encoding::Cp850, "{text}");
        }
    }

    #[test]
    fn chinese_is_known_in_both_scripts() {
        for (text, encoding) in [
            ("客户编号,客户名称\n0001,上海贸易有限公司\n", Encoding::Gb18030),
            ("客戶編號,客戶名稱\n0001,臺北貿易有限公司,備註\n", Encoding::Big5),
            ("名称\n北京\n", Encoding::Gb18030),
        ] {
            let bytes = encoded(text, encoding);
            assert_eq!((guess(&bytes), encoding.decode(&bytes).as_str()), (encoding, text));
        }
    }

    #[test]
    fn names_of_encodings_are_known_as_people_write_them() {
        for (label, encoding) in [
            ("UTF-8", Encoding::Utf8),
            ("cp850", Encoding::Cp850),
            ("IBM437", Encoding::Cp437),
            ("GBK", Encoding::Gb18030),
            ("Latin-1", Encoding::Windows1252),
        ] {
            assert_eq!(Encoding::of_label(label).unwrap(), encoding, "{label}");
        }
        assert_eq!(Encoding::of_label("windows-1251").unwrap().name(), "windows-1251");
        assert_eq!(Encoding::of_label("klingon").unwrap_err().context("value"), Some("klingon"));
    }
}
