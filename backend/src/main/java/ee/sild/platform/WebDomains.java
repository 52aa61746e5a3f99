package ee.sild.platform;

import java.net.IDN;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import com.google.common.net.InternetDomainName;

/** The domains of companies' web sites, and which of them identify a company. */
public final class WebDomains {

    private static final Pattern SCHEME = Pattern.compile("^(?:[a-zA-Z][a-zA-Z0-9+.-]*:)?//");
    private static final Pattern USER = Pattern.compile("^[^/?#]*@");
    private static final Pattern REST = Pattern.compile("[/?#:\\\\].*$");
    private static final Pattern DOTS = Pattern.compile("[.\\u3002\\uFF0E\\uFF61]+$");

    /** A top-level domain is not a number, as the last part of an IP address is. */
    private static final Pattern NAMED_TOP = Pattern.compile("\\.[^.]*[^.0-9][^.]*$");

    /** Sites on which many companies have a page, and e-mail services. The list of public suffixes lacks them. */
    private static final Set<String> SHARED = Set.of(
            "facebook.com",
            "fb.com",
            "gmail.com",
            "hot.ee",
            "hotmail.com",
            "icloud.com",
            "inbox.lv",
            "instagram.com",
            "linkedin.com",
            "linktr.ee",
            "mail.ee",
            "mail.ru",
            "outlook.com",
            "sites.google.com",
            "tiktok.com",
            "vk.com",
            "yahoo.com",
            "youtube.com");

    /** Hosts of sites, each under a name of its own. The list of public suffixes lacks these. */
    private static final Set<String> HOSTS = Set.of(
            "edicypages.com",
            "mozello.com",
            "sharepoint.com",
            "squarespace.com",
            "tumblr.com",
            "voog.com",
            "webnode.com",
            "weebly.com",
            "wordpress.com");

    private WebDomains() {}

    /**
     * The domain of a web address or an e-mail address, or a domain, in lower case and without {@code www.}; null if it
     * is empty. International names are in their Unicode form. What is not a domain is returned as it is.
     */
    public static String normalize(String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        String host = SCHEME.matcher(text.strip()).replaceFirst("");
        host = REST.matcher(USER.matcher(host).replaceFirst("")).replaceFirst("");
        String domain = unicode(DOTS.matcher(host).replaceFirst(""));
        if (domain == null) {
            return text.strip();
        }
        String bare = domain.startsWith("www.") ? domain.substring("www.".length()) : domain;
        return bare.contains(".") ? bare : domain;
    }

    /** Whether a normalized text is a domain below a top-level one. */
    static boolean isDomain(String text) {
        return NAMED_TOP.matcher(text).find() && text.equals(unicode(text));
    }

    /** Whether a domain does not identify a company, because anybody can register below it or have a page on it. */
    public static boolean isShared(String domain) {
        return domain != null && identifying(domain).isEmpty();
    }

    /**
     * The domain and those above it that identify the same company: {@code shop.acme.co.uk} and {@code acme.co.uk}, but
     * not {@code co.uk}. Empty if the domain does not identify a company.
     */
    public static List<String> identifying(String domain) {
        var found = new ArrayList<String>();
        for (String name = domain; name != null && !isSuffix(name); name = above(name)) {
            if (SHARED.contains(name)) {
                return List.of();
            }
            found.add(name);
        }
        return found;
    }

    private static boolean isSuffix(String name) {
        if (!name.contains(".") || HOSTS.contains(name)) {
            return true;
        }
        String ascii = ascii(name);
        return ascii == null
                || !InternetDomainName.isValid(ascii)
                || InternetDomainName.from(ascii).isPublicSuffix();
    }

    private static String above(String name) {
        int dot = name.indexOf('.');
        return dot < 0 ? null : name.substring(dot + 1);
    }

    private static String unicode(String name) {
        String ascii = ascii(name);
        return ascii == null || ascii.isEmpty() || ascii.startsWith(".") || ascii.length() > 253
                ? null
                : IDN.toUnicode(ascii).toLowerCase(Locale.ROOT);
    }

    /** The form for the DNS; null if the text is not a name. */
    private static String ascii(String name) {
        try {
            return IDN.toASCII(name, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException notAName) {
            return null;
        }
    }
}
