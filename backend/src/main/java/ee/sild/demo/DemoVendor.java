package ee.sild.demo;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The demo vendor as in {@code demo/vendor.json}; numbers are list indexes. */
record DemoVendor(
        List<Person> staff,
        List<TierTerms> tiers,
        List<String> territories,
        List<String> competencies,
        List<String> industries,
        List<String> productLines,
        List<Company> partners,
        Map<String, List<List<Object>>> customers,
        Map<String, List<String>> contacts,
        List<String> titles,
        List<Project> projects,
        Map<String, List<String>> notes) {

    record TierTerms(String name, int level, int answerHours) {}

    record Person(String name, String email, String role, String language) {}

    record Company(
            String name,
            String country,
            String code,
            String domain,
            int tier,
            List<Integer> territories,
            List<Integer> competencies,
            int capacity,
            List<String> people) {

        String channelManager() {
            return country.equals("EE") ? "Jaan Kask" : "Laura Ozola";
        }

        /** Its administrator, who answers its offers. */
        String manager() {
            return people.getFirst();
        }
    }

    /** A customer, as planned. */
    record Client(String country, String name, String city, int industry, String contact, String title) {

        /** The name without the legal form. */
        String shortName() {
            return name.replaceFirst(" (AS|OÜ|SA|SIA|AB|UAB|VšĮ)$", "");
        }

        String domain() {
            return plain(shortName()).replace(" ", "-") + ".example";
        }
    }

    record Project(
            int line,
            List<Integer> competencies,
            int value,
            List<Integer> industries,
            String topic,
            String situation,
            String need,
            String pain,
            String solution) {

        /** Whether it fits customers of this industry; a project without industries fits all. */
        boolean suits(int industry) {
            return industries == null || industries.contains(industry);
        }
    }

    /** All customers, country by country. */
    List<Client> clients() {
        return Stream.of("EE", "LV", "LT")
                .flatMap(country -> IntStream.range(0, customers.get(country).size())
                        .mapToObj(
                                which -> client(country, customers.get(country).get(which), which)))
                .toList();
    }

    private Client client(String country, List<Object> customer, int which) {
        var people = contacts.get(country);
        return new Client(
                country,
                (String) customer.getFirst(),
                (String) customer.get(1),
                (Integer) customer.get(2),
                people.get(which % people.size()),
                titles.get(which % titles.size()));
    }

    /** The letters, digits and spaces of a name, in lower case and without accents. */
    static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("[^A-Za-z0-9 ]", "")
                .strip()
                .toLowerCase(Locale.ROOT);
    }

    /** The first name without accents, at a domain. */
    static String email(String person, String domain) {
        return plain(person.substring(0, person.indexOf(' '))) + "@" + domain;
    }
}
