package ee.sild.demo;

import java.util.List;
import java.util.Map;

/** The demo vendor as {@code demo/vendor.json} tells of it; numbers point into the lists. */
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

        /** Whether a customer of this industry would buy it; a project without industries suits everyone. */
        boolean suits(int industry) {
            return industries == null || industries.contains(industry);
        }
    }
}
