package fr.brume.web.dashboard;

import fr.brume.service.dashboard.Overview.Day;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.ResourceBundle;
import java.util.function.ToLongFunction;

/** The chart of deploys and captures per day, in the words of Chart.js, which PrimeFaces carries. */
final class ImagingChart {
    private static final String DEPLOY_COLOUR = "#2f7d32";
    private static final String CAPTURE_COLOUR = "#c25700";

    private ImagingChart() {}

    /** The configuration as JSON. */
    static String of(List<Day> days, ResourceBundle texts) {
        DateTimeFormatter label = DateTimeFormatter.ofPattern(texts.getString("dayPattern"));
        JsonArrayBuilder labels = Json.createArrayBuilder();
        days.forEach(day -> labels.add(label.format(day.date())));
        JsonArrayBuilder sets = Json.createArrayBuilder()
                .add(set(texts.getString("deploys"), DEPLOY_COLOUR, days, Day::deploys))
                .add(set(texts.getString("captures"), CAPTURE_COLOUR, days, Day::captures));
        return Json.createObjectBuilder()
                .add("type", "bar")
                .add("data", Json.createObjectBuilder().add("labels", labels).add("datasets", sets))
                .add("options", options())
                .build()
                .toString();
    }

    private static JsonObjectBuilder set(String label, String colour, List<Day> days, ToLongFunction<Day> value) {
        JsonArrayBuilder values = Json.createArrayBuilder();
        days.forEach(day -> values.add(value.applyAsLong(day)));
        return Json.createObjectBuilder()
                .add("label", label)
                .add("backgroundColor", colour)
                .add("data", values);
    }

    private static JsonObjectBuilder options() {
        JsonObjectBuilder whole = Json.createObjectBuilder().add("precision", 0);
        return Json.createObjectBuilder()
                .add("maintainAspectRatio", false)
                .add("animation", false)
                .add(
                        "scales",
                        Json.createObjectBuilder()
                                .add("x", Json.createObjectBuilder().add("stacked", true))
                                .add(
                                        "y",
                                        Json.createObjectBuilder()
                                                .add("stacked", true)
                                                .add("beginAtZero", true)
                                                .add("suggestedMax", 4)
                                                .add("ticks", whole)));
    }
}
