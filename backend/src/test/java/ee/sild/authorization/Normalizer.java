package ee.sild.authorization;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

/** Replaces what is new in each response by fixed values: ids, times, dates, numbers, names of the tests. */
final class Normalizer {

    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
    /** How many distinct items of a list are compared. */
    private static final int SHOWN = 2;

    /** Responses about the whole installation, which contain data of other tests. */
    private static final List<String> ALL_OVER = List.of("items", "candidates", "matches", "byStatus", "keys");

    /** Of an audited change: the columns of whichever row was changed last, by a test or by a job. */
    private static final List<String> ROW = List.of("before", "after");

    private final Map<String, String> known = new LinkedHashMap<>();

    /** The form that is written into the contract: lists show their first items. */
    JsonNode shortened(JsonNode node) {
        if (node.isObject()) {
            ObjectNode copy = JsonNodeFactory.instance.objectNode();
            node.properties().forEach(field -> copy.set(field.getKey(), shortened(field.getValue())));
            return copy;
        }
        if (node.isArray()) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode();
            node.valueStream()
                    .limit(node.path(0).isTextual() ? Integer.MAX_VALUE : SHOWN)
                    .forEach(item -> copy.add(shortened(item)));
            return copy;
        }
        return node.isTextual() ? TextNode.valueOf(text(node.asText())) : node;
    }

    /** The differences between a response and its example. */
    List<String> differences(JsonNode example, JsonNode answer) {
        var failures = new ArrayList<String>();
        compare("", example, answer, false, failures);
        return failures;
    }

    /** @param among whether it is an item of a list, in which the other items vary */
    private void compare(String at, JsonNode example, JsonNode answer, boolean among, List<String> failures) {
        if (example.isObject() && answer.isObject()) {
            var names = new TreeSet<String>();
            example.fieldNames().forEachRemaining(names::add);
            answer.fieldNames().forEachRemaining(names::add);
            boolean items = among || ALL_OVER.stream().anyMatch(names::contains);
            if (among && at.endsWith("/change")) {
                names.removeAll(ROW);
            }
            names.forEach(name -> compare(at + "/" + name, example.path(name), answer.path(name), items, failures));
        } else if (example.isArray() && answer.isArray() && among) {
            if (!example.isEmpty() && !answer.isEmpty()) {
                compare(at + "/0", example.path(0), answer.path(0), true, failures);
            }
        } else if (example.isArray() && answer.isArray()) {
            if (example.size() != Math.min(answer.size(), Math.max(SHOWN, example.size()))) {
                failures.add(at + " has " + answer.size() + " items");
            } else {
                for (int i = 0; i < example.size(); i++) {
                    compare(at + "/" + i, example.path(i), answer.path(i), false, failures);
                }
            }
        } else if (example.isMissingNode()
                || answer.isMissingNode()
                || (!among && !same(example, answer))
                || (among && !example.isNull() && !answer.isNull() && example.getNodeType() != answer.getNodeType())) {
            failures.add("%s is %s instead of %s".formatted(at, answer, example));
        }
    }

    private boolean same(JsonNode example, JsonNode answer) {
        if (example.isTextual() && answer.isTextual()) {
            return new Normalizer().text(example.asText()).equals(new Normalizer().text(answer.asText()));
        }
        return (example.isNumber() && answer.isNumber()) || example.equals(answer);
    }

    private String text(String text) {
        String named = text.replaceAll("Salakaubandus " + UUID, "Põhjala Süsteemid OÜ")
                .replaceAll("Salakaubandus", "Saarte Kalatööstus")
                .replaceAll("Põhjala " + UUID, "Hansa Võrgud OÜ")
                .replaceAll("Daugava " + UUID, "Daugava Sistēmas SIA")
                .replaceAll("Nimi " + UUID, "Uus nimi")
                .replaceAll(UUID + "@people.test", "kadri.tamm@pohjala.example")
                .replaceAll("vendor\\.test", "vendor.example")
                .replaceAll("saartekala\\.test", "saartekala.example")
                .replaceAll("http://localhost:\\d+", "https://sild.example")
                .replaceAll("\\b[A-Z2-7]{32}\\b", "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP")
                .replaceAll("otpauth://totp/Sild:[^?]*", "otpauth://totp/Sild:kadri.tamm%40pohjala.example")
                .replaceAll("^[a-z2-7]{4}-[a-z2-7]{4}-[a-z2-7]{4}$", "k3xq-7m2p-w7ra")
                .replaceAll("/password-reset/.*", "/password-reset/what-is-in-the-mail")
                .replaceAll("/invitation/.*", "/invitation/what-is-in-the-mail")
                .replaceAll("^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}$", "10987654")
                .replaceAll("OPP-\\d{4}-\\d{6}", "OPP-2026-000123")
                .replaceAll("^sild_[A-Za-z0-9_-]{20,}$", "sild_shown-once")
                .replaceAll("^sild_[A-Za-z0-9_-]{16}$", "sild_5Dpi_iO17UpdYyHQ")
                .replaceAll("^eyJ[\\w.-]+$", "eyJraWQi.eyJpc3Mi.vhNn_TW9")
                .replaceAll("^[\\w-]{43}$", "WKn-ZIGevcwGIyyrzFoZNBdaq9_TsqzGl96oc0CWuis")
                .replaceAll("^[0-9a-f]{32}(?:[0-9a-f]{32})?$", "4bf92f3577b34da6a3ce929d0e0e4736");
        if (INSTANT.matcher(named).matches()) {
            return "2026-11-02T09:15:00Z";
        }
        if (DAY.matcher(named).matches()) {
            return "2026-11-30";
        }
        return UUID.matcher(named).replaceAll(found -> identity(found.group()));
    }

    private String identity(String uuid) {
        return known.computeIfAbsent(
                uuid, one -> "019aa8f0-6c1e-7b7a-9d53-1f6b2f0c9%03x".formatted(known.size() + 0xa11));
    }
}
