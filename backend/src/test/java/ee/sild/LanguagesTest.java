package ee.sild;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import jakarta.validation.Constraint;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMember;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.config.ConfigMapping;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import ee.sild.platform.Language;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

/** Every language of the list has all texts. */
@QuarkusTest
class LanguagesTest {

    private static final Path FOLDER = Path.of("src/main/resources");
    private static final Pattern PLACEHOLDER = Pattern.compile("(?<!\\$)\\{(\\w+)}");

    private static Path file(Language language) {
        return FOLDER.resolve(
                language.equals(Language.DEFAULT)
                        ? "messages.properties"
                        : "messages_%s.properties".formatted(language.locale()));
    }

    private static Map<String, String> texts(Language language) throws IOException {
        var lines = new Properties();
        try (var reader = Files.newBufferedReader(file(language))) {
            lines.load(reader);
        }
        var texts = new TreeMap<String, String>();
        lines.forEach((key, text) -> texts.put((String) key, (String) text));
        return texts;
    }

    private static List<String> placeholders(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .distinct()
                .sorted()
                .toList();
    }

    /** Keys in the form of Jakarta Validation, whose texts are no patterns of {@link MessageFormat}. */
    private static boolean isConstraint(String key) {
        return key.endsWith(".message") || key.startsWith("sild.");
    }

    @Test
    void each_language_has_a_file_and_each_file_is_of_a_language() throws IOException {
        try (var files = Files.list(FOLDER)) {
            assertThat(files.filter(
                            file -> file.getFileName().toString().matches("(?i)(messages|ValidationMessages).*")))
                    .containsExactlyInAnyOrderElementsOf(Language.supported().stream()
                            .map(LanguagesTest::file)
                            .toList());
        }
    }

    @TestFactory
    Stream<DynamicTest> the_texts_are_complete() {
        return Language.supported().stream()
                .map(language -> dynamicTest(language.code(), () -> assertComplete(texts(language))));
    }

    private static void assertComplete(Map<String, String> texts) throws IOException {
        var source = texts(Language.DEFAULT);
        assertThat(texts.keySet()).isEqualTo(source.keySet());
        texts.forEach((key, text) -> {
            assertThat(text).as(key).isNotBlank();
            assertThat(placeholders(text)).as(key).isEqualTo(placeholders(source.get(key)));
            if (!isConstraint(key)) {
                String filled = new MessageFormat(text).format(new Object[] {"<0>", "<1>", "<2>"});
                assertThat(filled)
                        .as(key + " fills in its placeholders; an apostrophe is written twice")
                        .isEqualTo(PLACEHOLDER.matcher(text).replaceAll("<$1>").replace("''", "'"));
            }
        });
    }

    @Test
    void each_constraint_in_use_has_a_text() throws IOException {
        var keys = ArchitectureTest.CODE.stream()
                .filter(type -> !isSettings(type))
                .flatMap(type -> type.getMembers().stream())
                .flatMap(LanguagesTest::annotations)
                .map(JavaAnnotation::getRawType)
                .filter(annotation -> annotation.isAnnotatedWith(Constraint.class))
                .map(LanguagesTest::key)
                .collect(toCollection(TreeSet::new));
        assertThat(keys).contains("sild.currency", "jakarta.validation.constraints.NotNull.message");
        assertThat(texts(Language.DEFAULT)).containsKeys(keys.toArray(String[]::new));
    }

    private static boolean isSettings(JavaClass type) {
        return type.isAnnotatedWith(ConfigMapping.class)
                || type.getEnclosingClass().filter(LanguagesTest::isSettings).isPresent();
    }

    private static Stream<? extends JavaAnnotation<?>> annotations(JavaMember member) {
        var annotations = new ArrayList<JavaAnnotation<?>>(member.getAnnotations());
        if (member instanceof JavaCodeUnit code) {
            code.getParameters().forEach(parameter -> annotations.addAll(parameter.getAnnotations()));
        }
        return annotations.stream();
    }

    private static String key(JavaClass constraint) {
        try {
            String message = (String) constraint.reflect().getMethod("message").getDefaultValue();
            return message.substring(1, message.length() - 1);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }
}
