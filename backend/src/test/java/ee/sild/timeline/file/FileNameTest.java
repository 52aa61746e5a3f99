package ee.sild.timeline.file;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A file name is one that all systems can store, and that shows what the file is. */
class FileNameTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Pakkumine.pdf",
                "Leping (lõplik) – 2. versioon.docx",
                "console.txt",
                "com.txt",
                "com10.txt",
                "a.con.txt",
                "tar.gz.zip",
                "-rf.txt",
                "Pakkumine *õ ä* 1.PDF",
                "=1+1.csv",
                "שלום.pdf",
                "👩‍👩‍👧‍👦.png"
            })
    void an_ordinary_name_is_safe(String name) {
        assertThat(FileName.isSafe(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".",
                "..",
                ".txt",
                "..txt",
                ".htaccess.txt",
                "a.txt.",
                "con",
                "CON.txt",
                "nul.tar.zip",
                "Aux .txt",
                "COM1.txt",
                "lpt9.log.txt",
                "COM¹.txt",
                "CONIN$.txt",
                "C:a.txt",
                "a.txt:stream",
                "a/b.txt",
                "a\\b.txt",
                "a\u0000.txt",
                "a\u007f.txt",
                "a\u200fgpj.txt",
                "a\u061cb.txt"
            })
    void a_name_that_a_system_cannot_store_or_that_deceives_is_not(String name) {
        assertThat(FileName.isSafe(name)).isFalse();
    }

    @Test
    void a_name_has_at_most_255_bytes() {
        assertThat(FileName.isSafe("x".repeat(251) + ".txt")).isTrue();
        assertThat(FileName.isSafe("x".repeat(252) + ".txt")).isFalse();
        assertThat(FileName.isSafe("õ".repeat(125) + ".txt")).isTrue();
        assertThat(FileName.isSafe("õ".repeat(126) + ".txt")).isFalse();
    }
}
