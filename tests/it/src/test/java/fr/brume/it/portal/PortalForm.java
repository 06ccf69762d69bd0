package fr.brume.it.portal;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/** A form of a page as a browser holds it: with all that the page filled in. Not thread-safe. */
final class PortalForm {
    private final PortalClient client;
    private final String path;
    private final String id;
    private final Map<String, String> fields = new LinkedHashMap<>();
    private final Document page;

    private PortalForm(PortalClient client, String path, String id, Document page) {
        this.client = client;
        this.path = path;
        this.id = id;
        this.page = page;
        Element form = page.getElementById(id);
        if (!(form instanceof FormElement element)) {
            throw new AssertionError("no form " + id + " on " + path + ": " + page.title());
        }
        // The page's script adds this to every form: the answer's scripts run in the same page.
        fields.put("primefaces.nonce", page.select("script[nonce]").attr("nonce"));
        element.formData().forEach(pair -> fields.put(pair.key(), pair.value()));
    }

    /** Opens a page and finds a form on it. */
    static PortalForm open(PortalClient client, String path, String id) {
        return new PortalForm(client, path, id, Jsoup.parse(client.get(path).body()));
    }

    /** Finds a form on a page that was just answered. */
    static PortalForm of(PortalClient client, String path, String id, HttpResponse<String> answer) {
        return new PortalForm(client, path, id, Jsoup.parse(answer.body()));
    }

    /** Types into a field. */
    PortalForm type(String field, String value) {
        fields.put(id + ":" + field, value);
        return this;
    }

    /** Becomes the form of a browser without scripts. */
    PortalForm withoutScript() {
        fields.remove("primefaces.nonce");
        return this;
    }

    /** Chooses from a list by the words that it shows; the first choice that has them. */
    PortalForm choose(String list, String words) {
        Element menu = page.getElementById(id + ":" + list + "_input");
        for (Element option : menu.select("option")) {
            if (option.text().contains(words)) {
                return type(list + "_input", option.attr("value"));
            }
        }
        throw new AssertionError("no " + words + " in " + menu);
    }

    /** Does what the page's script does after a change of one field: sends it alone and has a part drawn anew. */
    PortalForm announce(String field, String part) {
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.put("jakarta.faces.partial.ajax", "true");
        all.put("jakarta.faces.source", id + ":" + field);
        all.put("jakarta.faces.partial.execute", id + ":" + field);
        all.put("jakarta.faces.partial.render", id + ":" + part);
        all.put("jakarta.faces.behavior.event", "change");
        all.put("jakarta.faces.partial.event", "change");
        client.post(path, all);
        return this;
    }

    /** Presses a button. */
    HttpResponse<String> press(String button) {
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.put(id + ":" + button, "");
        return client.post(path, all);
    }

    /** Chooses a file and presses a button. */
    HttpResponse<String> press(String button, String fileField, String name, byte[] content) {
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.put(id + ":" + button, "");
        all.remove(id + ":" + fileField);
        return client.post(path, all, id + ":" + fileField, name, content);
    }

    /** The message in the cell of the field whose id ends so, where a person looks; empty when there is none. */
    static String beside(HttpResponse<String> answer, String field) {
        return beside(Jsoup.parse(answer.body()), field);
    }

    /** The message in the cell of the field whose id ends so, where a person looks; empty when there is none. */
    static String beside(Document page, String field) {
        Element input = page.select("[id$=" + field + "]").first();
        if (input == null) {
            throw new AssertionError("no field " + field + " on " + page.title());
        }
        return input.closest(".br-form > div").select(".ui-message").text();
    }
}
