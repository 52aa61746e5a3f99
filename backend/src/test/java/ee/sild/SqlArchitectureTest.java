package ee.sild;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinTable;
import jakarta.persistence.Table;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import org.junit.jupiter.api.Test;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * SQL and HQL follow the arrows of {@link ArchitectureTest}: a feature queries its own tables and those of features
 * that it may use. For anything else, the migration {@code R__…_FEATURE.sql} has a view or function that belongs to the
 * feature.
 */
class SqlArchitectureTest {

    private static final Path CODE = Path.of("src/main/java/ee/sild");
    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");

    /** The tables that are not mapped as entities, and the functions that tables use. */
    private static final Map<String, String> UNMAPPED = Map.ofEntries(
            entry("is_worked", "opportunity"),
            entry("is_closed", "opportunity"),
            entry("changed_rate", "opportunity"),
            entry("relisting", "opportunity"),
            entry("opportunity_to_list", "opportunity"),
            entry("opportunity_total", "opportunity"),
            entry("opportunity_total_change", "opportunity"),
            entry("partner_total", "partner"),
            entry("searched_opportunity", "opportunity"),
            entry("company_key", "customer"),
            entry("company_decision", "customer"),
            entry("vocabulary_merge", "reference"),
            entry("folded", "platform"),
            entry("folded_words", "platform"),
            entry("money_fits", "settings"),
            entry("exchange_rate", "settings"),
            entry("partner_statistics", "distribution"),
            entry("live_change", "notification"),
            entry("audit_event", "audit"),
            entry("audit_seal", "audit"),
            entry("audit_unsealed", "audit"),
            entry("audit_anchor", "audit"),
            entry("audit_retention", "audit"),
            entry("audit_verification", "audit"),
            entry("idempotency_key", "platform"),
            entry("bucket", "platform"),
            entry("scheduled_tasks", "platform"));

    private static final Pattern TABLE = Pattern.compile("^create (?:unlogged )?table (\\w+)", Pattern.MULTILINE);
    private static final Pattern VIEW_OR_FUNCTION =
            Pattern.compile("^create (?:or replace )?(?:view|function) (\\w+)", Pattern.MULTILINE);
    private static final Pattern LITERAL =
            Pattern.compile("\"\"\"(.*?)\"\"\"|\"((?:[^\"\\\\\\n]|\\\\.)*)\"", Pattern.DOTALL);
    private static final Pattern ADJACENT = Pattern.compile("(?<!\")\"\\s*\\+\\s*\"(?!\")");
    /** The word after a keyword, and further ones in a list such as {@code from Partner p, Customer c}. */
    private static final Pattern FROM = Pattern.compile(
            "\\b(?:from|join|update|into|table)\\s+(?:lateral\\s+)?(\\w+(?:\\s+\\w+)?(?:\\s*,\\s*\\w+(?:\\s+\\w+)?)*)",
            Pattern.CASE_INSENSITIVE);
    /** A list in HQL begins with its entity: {@code Customer c left join …}. */
    private static final Pattern LIST = Pattern.compile("^\\s*([A-Z]\\w+) [a-z]\\w{0,2}\\b");

    private static final Pattern CALL = Pattern.compile("\\b(\\w+)\\(|function\\('(\\w+)'");

    private final Map<String, String> owners = owners();

    @Test
    void every_table_has_an_owner() {
        assertThat(owners.keySet()).containsAll(tables());
    }

    @Test
    void queries_follow_the_arrows() throws IOException {
        var against = new TreeMap<String, Set<String>>();
        int touched = 0;
        try (var files = Files.walk(CODE)) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".java")).toList()) {
                String feature = CODE.relativize(file).getName(0).toString();
                for (String name : touched(Files.readString(file))) {
                    String owner = owners.get(name);
                    touched++;
                    if (!feature.equals(owner)
                            && !ArchitectureTest.MAY_USE
                                    .getOrDefault(feature, Set.of())
                                    .contains(owner)) {
                        against.computeIfAbsent(feature + ": " + name + " of " + owner, any -> new TreeSet<>())
                                .add(file.getFileName().toString());
                    }
                }
            }
        }
        assertThat(touched).as("Tables, views and functions in queries").isGreaterThan(140);
        assertThat(against.keySet())
                .as("Queries against the arrows: %s", against)
                .isEmpty();
    }

    /** What is owned and named in the literals of a source file. */
    private Set<String> touched(String source) {
        var names = new TreeSet<String>();
        LITERAL.matcher(ADJACENT.matcher(source).replaceAll(""))
                .results()
                .map(literal -> literal.group(1) == null ? literal.group(2) : literal.group(1))
                .forEach(text -> {
                    FROM.matcher(text)
                            .results()
                            .flatMap(SqlArchitectureTest::listed)
                            .forEach(names::add);
                    LIST.matcher(text).results().map(list -> list.group(1)).forEach(names::add);
                    CALL.matcher(text)
                            .results()
                            .map(call -> call.group(1) == null ? call.group(2) : call.group(1))
                            .forEach(names::add);
                });
        names.retainAll(owners.keySet());
        return names;
    }

    private static Stream<String> listed(MatchResult from) {
        return Arrays.stream(from.group(1).split(",")).map(String::strip).map(one -> one.split("\\s+")[0]);
    }

    /** The feature of each entity, table, view and function. */
    private static Map<String, String> owners() {
        var owners = new TreeMap<>(UNMAPPED);
        for (JavaClass type : ArchitectureTest.CODE) {
            String feature =
                    type.getPackageName().replaceFirst("^ee\\.sild\\.?", "").replaceFirst("\\..*", "");
            if (type.isAnnotatedWith(Entity.class)) {
                owners.put(type.getSimpleName(), feature);
                owners.put(tableOf(type), feature);
            }
            for (JavaField field : type.getFields()) {
                field.tryGetAnnotationOfType(CollectionTable.class)
                        .ifPresent(table -> owners.put(table.name(), feature));
                field.tryGetAnnotationOfType(JoinTable.class).ifPresent(table -> owners.put(table.name(), feature));
            }
        }
        for (Path file : migrations("R")) {
            String feature = file.getFileName().toString().replaceFirst("R__\\d+_(?:\\w+_)?([a-z]+)\\.sql", "$1");
            VIEW_OR_FUNCTION.matcher(read(file)).results().forEach(found -> owners.put(found.group(1), feature));
        }
        return owners;
    }

    private static String tableOf(JavaClass entity) {
        return entity.tryGetAnnotationOfType(Table.class)
                .map(Table::name)
                .filter(name -> !name.isEmpty())
                .orElseGet(() -> entity.getSimpleName()
                        .replaceAll("(?<=[a-z])(?=[A-Z])", "_")
                        .toLowerCase(Locale.ROOT));
    }

    private static List<String> tables() {
        return migrations("V").stream()
                .flatMap(file -> TABLE.matcher(read(file)).results().map(table -> table.group(1)))
                .toList();
    }

    private static List<Path> migrations(String kind) {
        try (var files = Files.list(MIGRATIONS)) {
            return files.filter(file -> file.getFileName().toString().startsWith(kind))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
