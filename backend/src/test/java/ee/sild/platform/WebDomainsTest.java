package ee.sild.platform;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class WebDomainsTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                "http://Acme.com/, acme.com",
                "https://www.acme.com/en?x=1#top, acme.com",
                "acme.com:8080/shop, acme.com",
                "//acme.com, acme.com",
                "KELLAVABRIK.example, kellavabrik.example",
                "õunaaed.ee, õunaaed.ee",
                "ÕUNAAED.EE, õunaaed.ee",
                "xn--unaaed-oxa.ee, õunaaed.ee",
                "info@Acme.com, acme.com",
                "' acme.com. ', acme.com",
                "www.ee, www.ee",
                "' ', null",
                "null, null",
                "Acme OÜ, Acme OÜ",
                "http://, http://",
                "/, /",
                "acme..com, acme..com"
            })
    void addresses_become_domains(String typed, String stored) {
        assertThat(WebDomains.normalize(typed)).isEqualTo(stored);
    }

    @ParameterizedTest
    @ValueSource(strings = {"acme.com", "õunaaed.ee", "acme.example", "a-1.co.uk"})
    void these_are_domains(String text) {
        assertThat(WebDomains.isDomain(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "acme",
                "Acme.com",
                "acme..com",
                "-acme.com",
                "192.168.1.1",
                "acme .com",
                "acme_x.com",
                ".com",
                "//a.com"
            })
    void these_are_not(String text) {
        assertThat(WebDomains.isDomain(text)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                "acme.com, acme.com",
                "shop.acme.com, 'shop.acme.com acme.com'",
                "shop.acme.co.uk, 'shop.acme.co.uk acme.co.uk'",
                "co.uk, ''",
                "com, ''",
                "wordpress.com, ''",
                "acme.wordpress.com, acme.wordpress.com",
                "a.acme.github.io, 'a.acme.github.io acme.github.io'",
                "facebook.com, ''",
                "acme.facebook.com, ''",
                "pood.õunaaed.ee, 'pood.õunaaed.ee õunaaed.ee'",
                "shop.acme.example, 'shop.acme.example acme.example'",
                "公司.cn, ''",
                "null, ''"
            })
    void public_suffixes_and_shared_sites_identify_nobody(String domain, String identifying) {
        assertThat(String.join(" ", WebDomains.identifying(domain))).isEqualTo(identifying);
    }
}
