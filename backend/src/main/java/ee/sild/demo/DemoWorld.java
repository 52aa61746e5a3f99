package ee.sild.demo;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import ee.sild.identity.User;
import ee.sild.platform.security.Caller;
import ee.sild.reference.Vocabulary;

/** What exists in the demo so far, by name: users, partners, customers and the entries of the vocabularies. */
final class DemoWorld {

    private final Map<String, Caller> actors = new LinkedHashMap<>();
    private final Map<String, UUID> partners = new HashMap<>();
    private final Map<String, UUID> customers = new HashMap<>();
    private final Map<String, UUID> contacts = new HashMap<>();
    private final Map<Vocabulary, Map<String, UUID>> entries = new HashMap<>();

    Caller join(User user) {
        var actor = new Caller(user.id(), user.name(), user.role(), user.partnerId(), null, null, false);
        actors.put(user.name(), actor);
        return actor;
    }

    Caller actor(String name) {
        return known(actors, name);
    }

    List<Caller> actors() {
        return List.copyOf(actors.values());
    }

    void addPartner(String name, UUID id) {
        partners.put(name, id);
    }

    UUID partner(String name) {
        return known(partners, name);
    }

    void addCustomer(String name, UUID id, UUID contact) {
        customers.put(name, id);
        contacts.put(name, contact);
    }

    UUID customer(String name) {
        return known(customers, name);
    }

    UUID contact(String customer) {
        return known(contacts, customer);
    }

    void addEntry(Vocabulary vocabulary, String name, UUID id) {
        entries.computeIfAbsent(vocabulary, any -> new HashMap<>()).put(name, id);
    }

    UUID entry(Vocabulary vocabulary, String name) {
        return known(entries.get(vocabulary), name);
    }

    private static <T> T known(Map<String, T> things, String name) {
        T thing = things.get(name);
        if (thing == null) {
            throw new IllegalArgumentException("The demo has no " + name);
        }
        return thing;
    }
}
