package ee.sild.timeline.file;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class FileContentTest {

    private static final String HTML = "<!DOCTYPE html><html><script>alert(1)</script></html>";
    private static final String SVG = "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>";
    /** Content of these kinds may begin like any text. */
    private static final List<String> OF_TEXT = List.of("json", "rtf");

    @ParameterizedTest
    @CsvSource({
        "pdf,255044462D312E370A",
        "png,89504E470D0A1A0A0000000D49484452",
        "jpg,FFD8FFE000104A464946",
        "jpeg,FFD8FFE1",
        "gif,474946383961",
        "webp,524946462400000057454250",
        "heic,000000186674797068656963",
        "zip,504B0304",
        "docx,504B0304",
        "xlsx,504B0304",
        "pptx,504B0304",
        "odt,504B0304",
        "vsdx,504B0304",
        "7z,377ABCAF271C0004",
        "doc,D0CF11E0A1B11AE1",
        "xls,D0CF11E0A1B11AE1",
        "ppt,D0CF11E0A1B11AE1",
        "msg,D0CF11E0A1B11AE1",
        "dwg,414331303332",
        "mp4,0000001866747970697 36F6D",
        "mp4,000000186674797 06D703432"
    })
    void a_file_has_the_content_of_its_extension(String extension, String begin) {
        byte[] content = Arrays.copyOf(HexFormat.of().parseHex(begin.replace(" ", "")), 2_000);
        assertThat(FileContent.fits(extension, content)).isTrue();
        for (String other : List.of("png", "pdf", "jpg", "txt", "zip", "doc")) {
            boolean same = other.equals(extension)
                    || (other.equals("jpg") && extension.equals("jpeg"))
                    || (other.equals("zip") && begin.startsWith("504B"))
                    || (other.equals("doc") && begin.startsWith("D0CF"));
            assertThat(FileContent.fits(other, content))
                    .as("%s as %s", extension, other)
                    .isEqualTo(same);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "txt,Kolm ladu ja õu",
        "csv,a;b;c",
        "csv,nimi",
        "md,# Pakkumine",
        "md,- üks",
        "json,{\"a\": 1}",
        "xml,<?xml version=\"1.0\"?><a/>",
        "rtf,{\\rtf1 x}",
        "ics,BEGIN:VCALENDAR",
        "vcf,BEGIN:VCARD",
        "eml,From: mari@sild.example",
        "eml,Received: from mail.sild.example",
        "dxf,0"
    })
    void a_text_is_of_any_kind_of_text(String extension, String text) {
        assertThat(FileContent.fits(extension, (text + "\n").getBytes(StandardCharsets.UTF_8)))
                .isTrue();
        assertThat(FileContent.fits("png", text.getBytes(StandardCharsets.UTF_8)))
                .isFalse();
        assertThat(FileContent.fits("docx", text.getBytes(StandardCharsets.UTF_8)))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "pdf", "png", "jpg", "gif", "webp", "heic", "zip", "7z", "docx", "xlsx", "doc", "msg", "mp4", "json", "rtf"
    })
    void pages_scripts_and_programs_are_not_taken_for_documents(String extension) {
        for (String text :
                List.of(HTML, SVG, "\uFEFF" + HTML, " \n" + HTML, "alert(document.cookie)", "#!/bin/sh\nrm -rf /")) {
            assertThat(FileContent.fits(extension, text.getBytes(StandardCharsets.UTF_8)))
                    .as(text)
                    .isEqualTo(OF_TEXT.contains(extension) && text.startsWith("alert"));
        }
        for (String program :
                List.of("4D5A90000300000004000000FFFF0000", "7F454C46020101000000000000000000", "CAFEBABE00000045")) {
            assertThat(FileContent.fits(extension, Arrays.copyOf(HexFormat.of().parseHex(program), 500)))
                    .as(program)
                    .isFalse();
        }
        assertThat(FileContent.fits(extension, new byte[500])).isFalse();
    }
}
