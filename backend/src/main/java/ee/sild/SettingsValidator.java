package ee.sild;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.quarkus.runtime.LaunchMode;
import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.SmallRyeConfig;

import ee.sild.identity.SessionSettings;
import ee.sild.platform.InstallationSettings;

/**
 * Validates the settings before anything starts, so that an invalid setting is reported by name and has no side
 * effects.
 */
final class SettingsValidator {

    private static final Pattern UNREADABLE =
            Pattern.compile("config property (\\S+) with the config value (\".*\") threw");
    private static final Pattern MISSING = Pattern.compile("config property (\\S+) is required");
    private static final Pattern PROPERTY = Pattern.compile("sild(\\.[a-zA-Z-]+)+");

    private SettingsValidator() {}

    /** One line for each invalid setting, to print on the terminal; empty if Sild can start. */
    static List<String> errors(Map<String, String> environment) {
        var wrong = new ArrayList<>(database(environment));
        String demo = environment.getOrDefault("SILD_DEMO", "false");
        if (!demo.equals("true") && !demo.equals("false")) {
            wrong.add("SILD_DEMO must be true or false");
        }
        try {
            SmallRyeConfig config = AllSettings.read(environment.containsKey("SILD_DATABASE_APPLICATION_USER"));
            var session = config.getConfigMapping(SessionSettings.class);
            var installation = config.getConfigMapping(InstallationSettings.class);
            if (session.idle().compareTo(session.absolute()) > 0) {
                wrong.add("SILD_SESSION_IDLE must not be longer than SILD_SESSION_ABSOLUTE");
            }
            if (LaunchMode.current() != LaunchMode.DEVELOPMENT) {
                wrong.addAll(address(installation.host(), installation.port()));
            }
        } catch (ConfigValidationException e) {
            IntStream.range(0, e.getProblemCount())
                    .mapToObj(i -> readable(e.getProblem(i).getMessage()))
                    .forEach(wrong::add);
        }
        return wrong;
    }

    private static List<String> database(Map<String, String> environment) {
        var wrong = new ArrayList<String>();
        String url = environment.get("SILD_DATABASE_URL");
        if (url != null && !url.startsWith("jdbc:postgresql:")) {
            wrong.add("SILD_DATABASE_URL must begin with jdbc:postgresql://");
        }
        if (url == null) {
            Stream.of("SILD_DATABASE_USER", "SILD_DATABASE_PASSWORD", "SILD_DATABASE_APPLICATION_USER")
                    .filter(environment::containsKey)
                    .forEach(name -> wrong.add(name + " is of use only with SILD_DATABASE_URL"));
        }
        if (environment.containsKey("SILD_DATABASE_APPLICATION_USER")
                != environment.containsKey("SILD_DATABASE_APPLICATION_PASSWORD")) {
            wrong.add("SILD_DATABASE_APPLICATION_USER and SILD_DATABASE_APPLICATION_PASSWORD need each other");
        }
        return wrong;
    }

    private static List<String> address(String host, int port) {
        try (var probe = new ServerSocket(port, 1, InetAddress.getByName(host))) {
            return List.of();
        } catch (UnknownHostException e) {
            return List.of("SILD_HOST must be an address of this machine: " + host + " is not known");
        } catch (IOException e) {
            return List.of("SILD_PORT %d of SILD_HOST %s cannot be used: %s".formatted(port, host, e.getMessage()));
        }
    }

    /**
     * Names the environment variable: {@code sild.limits.attempts must be …} becomes {@code SILD_LIMITS_ATTEMPTS must
     * be …}.
     */
    private static String readable(String problem) {
        Matcher unreadable = UNREADABLE.matcher(problem);
        Matcher missing = MISSING.matcher(problem);
        String text = problem;
        if (unreadable.find()) {
            text = unreadable.group(1) + " cannot be read: " + unreadable.group(2);
        } else if (missing.find()) {
            text = missing.group(1) + " is missing";
        }
        return PROPERTY.matcher(text)
                .replaceFirst(
                        name -> name.group().replaceAll("(?=[A-Z])|[.-]", "_").toUpperCase(Locale.ROOT));
    }
}
