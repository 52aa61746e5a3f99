package ee.sild.demo;

import java.util.List;
import java.util.Map;

/** The demo vendor as in {@code demo/vendor.json}; numbers are list indexes. */
record DemoVendor(
        List<Person> staff,
        List<List<Object>> tiers,
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
            List<String> people) {}

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
}
