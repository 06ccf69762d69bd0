package fr.brume.agent.operator;

import static fr.brume.agent.operator.TypedKeys.ENTER;
import static org.assertj.core.api.Assertions.assertThat;

import fr.brume.agent.form.Questions;
import fr.brume.agent.operator.OperatorActivity.Desk;
import fr.brume.agent.progress.ConnectionState;
import fr.brume.agent.screen.Display;
import fr.brume.agent.screen.Terminal;
import fr.brume.agent.screen.Texts;
import fr.brume.agent.task.Conversation;
import fr.brume.agent.task.Outcome;
import fr.brume.protocol.agent.GroupChoice;
import fr.brume.protocol.agent.InventoryReport;
import fr.brume.protocol.agent.Purpose;
import fr.brume.protocol.agent.RegistrationForm;
import fr.brume.protocol.agent.RegistrationRequest;
import fr.brume.protocol.agent.Session;
import fr.brume.protocol.fault.FailureException;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The question of the group: only where there are groups, and a server that knows none is understood. */
class GroupQuestionTest {
    private static final InventoryReport PC =
            new InventoryReport("", Map.of(), "BIOS", "cpu", 1, 1 << 29, List.of(), List.of());

    private final FakeDesk server = new FakeDesk();
    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();

    @Test
    void asksForAGroupWhereThereAreGroupsAndProposesTheUsualOne() throws FailureException {
        server.form = grouped(12);
        registration(ENTER, ENTER, ENTER, ENTER, ENTER, ENTER, ENTER, ENTER);
        assertThat(server.asked).containsExactly("register pc 0     false group 12");
        assertThat(drawn()).contains("Groupe", "1. (aucun groupe)", "2. CDI", "3. Salle B12");
    }

    @Test
    void anotherGroupOrNoneIsChosenByItsNumber() throws FailureException {
        server.form = grouped(12);
        registration(ENTER, ENTER, "2", ENTER, ENTER, ENTER, ENTER, ENTER, ENTER);
        registration(ENTER, ENTER, "1", ENTER, ENTER, ENTER, ENTER, ENTER, ENTER);
        server.form = grouped(99);
        registration(ENTER, ENTER, ENTER, ENTER, ENTER, ENTER, ENTER, ENTER);
        assertThat(server.asked)
                .as("one that is gone is not proposed")
                .containsExactly(
                        "register pc 0     false group 11", "register pc 0     false", "register pc 0     false");
    }

    private static RegistrationForm grouped(long usual) {
        List<GroupChoice> groups = List.of(new GroupChoice(11, "CDI"), new GroupChoice(12, "Salle B12"));
        return new RegistrationForm("", "pc", List.of(), 0, false, groups, usual);
    }

    @Test
    void formAndRequestAreWrittenAsTheServerReadsThem() {
        Jsonb json = JsonbBuilder.create();
        RegistrationForm form = json.fromJson(
                "{\"hostName\":\"\",\"suggestedName\":\"pc\",\"images\":[],\"usualImage\":0,\"loginRequired\":false,"
                        + "\"groups\":[{\"id\":11,\"name\":\"Salle d’étude\"}],\"usualGroup\":11}",
                RegistrationForm.class);
        assertThat(form.groups()).containsExactly(new GroupChoice(11, "Salle d’étude"));
        assertThat(form.usualGroup()).isEqualTo(11);
        RegistrationForm older = json.fromJson(
                "{\"hostName\":\"\",\"suggestedName\":\"pc\",\"images\":[],\"usualImage\":0,\"loginRequired\":false}",
                RegistrationForm.class);
        assertThat(older.groups()).as("from a server of before").isEmpty();
        RegistrationRequest request = new RegistrationRequest("pc", 7, "KEY", "Zoé", "1", "2", null, 11);
        assertThat(json.toJson(request))
                .isEqualTo("{\"groupId\":11,\"imageId\":7,\"name\":\"pc\",\"primaryUser\":\"Zoé\","
                        + "\"productKey\":\"KEY\",\"tag1\":\"1\",\"tag2\":\"2\"}");
    }

    private void registration(String... typed) throws FailureException {
        try (Display display = new Display(new Terminal(screen), new Texts(Locale.FRENCH))) {
            Desk desk = new Desk(new Questions(display, new TypedKeys(typed)), server);
            Session session = new Session("1", "key", Purpose.FULL_REGISTRATION, "fr", 9069, "pc1", 1);
            new FullRegistration(desk, any -> Outcome.POWER_OFF)
                    .run(new Conversation(null, session, PC, display, new ConnectionState(), time -> {}));
        }
    }

    private String drawn() {
        return screen.toString(StandardCharsets.UTF_8);
    }
}
