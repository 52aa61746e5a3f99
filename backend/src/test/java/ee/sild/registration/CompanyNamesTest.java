package ee.sild.registration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import ee.sild.SuperuserConnection;
import ee.sild.customer.Customers;

import static org.assertj.core.api.Assertions.assertThat;

/** How well names identify companies, measured on pairs with a known answer. */
@QuarkusTest
class CompanyNamesTest {

    private record Pair(boolean same, double likeness) {}

    private static double likeness(String one, String other) {
        try (var owner = SuperuserConnection.connection();
                var query = owner.prepareStatement("select similarity(company_key(?), company_key(?))")) {
            query.setString(1, one);
            query.setString(2, other);
            try (var row = query.executeQuery()) {
                row.next();
                return row.getDouble(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Pair> pairs() {
        var mapper = new CsvMapper().enable(CsvParser.Feature.ALLOW_COMMENTS);
        try (var file = CompanyNamesTest.class.getResourceAsStream("/company-names.csv");
                MappingIterator<Map<String, String>> rows = mapper.readerForMapOf(String.class)
                        .with(CsvSchema.emptySchema().withHeader())
                        .readValues(file)) {
            var pairs = new ArrayList<Pair>();
            rows.forEachRemaining(row ->
                    pairs.add(new Pair(row.get("same").equals("yes"), likeness(row.get("first"), row.get("second")))));
            return pairs;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void the_threshold_maximizes_f1() {
        var pairs = pairs();
        var curve = new StringBuilder("company names, " + pairs.size() + " pairs:\n");
        double best = 0;
        double atBest = 0;
        for (int percent = 20; percent <= 90; percent += 5) {
            double threshold = percent / 100.0;
            double found =
                    pairs.stream().filter(pair -> pair.likeness() >= threshold).count();
            double right = pairs.stream()
                    .filter(pair -> pair.same() && pair.likeness() >= threshold)
                    .count();
            double precision = found == 0 ? 1 : right / found;
            double recall = right / pairs.stream().filter(Pair::same).count();
            double f = 2 * precision * recall / (precision + recall);
            curve.append(String.format(
                    Locale.ROOT, "  %.2f: precision %.3f, recall %.3f, F1 %.3f%n", threshold, precision, recall, f));
            if (f > best) {
                best = f;
                atBest = threshold;
            }
        }
        System.out.print(curve);
        assertThat(Customers.ALIKE).isEqualTo(atBest);
        assertThat(best).isGreaterThanOrEqualTo(0.9);
    }

    @ParameterizedTest
    @CsvSource({
        "Põhjala Süsteemid OÜ, pohjala susteemid",
        "'AS \"Viru Elekter\"', elekter viru",
        "OÜ, oü",
        "Łódź Transport Sp. z o.o., lodz transport",
        "'  A.  Le Coq AS', a coq le"
    })
    void a_key_ignores_legal_form_accents_and_word_order(String name, String key) throws SQLException {
        try (var owner = SuperuserConnection.connection();
                var query = owner.prepareStatement("select company_key(?)")) {
            query.setString(1, name);
            try (var row = query.executeQuery()) {
                row.next();
                assertThat(row.getString(1)).isEqualTo(key);
            }
        }
    }
}
