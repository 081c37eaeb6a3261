"""What is no English prose is known as such, and prose is not taken for it."""

import doctest

import pytest

from kgraph.language import tongues
from kgraph.parsing import paragraphs, transcript
from kgraph.parsing.prose import left_out


def codes(text):
    return [(part.code, text[part.start : part.end].split("\n")[0]) for part in left_out(text, list(paragraphs(text)))]


@pytest.mark.parametrize("module", [tongues, transcript])
def test_the_examples_are_true(module):
    failures, tried = doctest.testmod(module)
    assert (failures, tried > 0) == (0, True)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("French", "Le ministre a déclaré que la Norvège avait accusé le Chili et que les deux pays se sont parlé."),
        ("German", "Der Minister sagte, dass Norwegen die Vorwürfe nicht kennt und sich mit Chile einigen wird."),
        ("Spanish", "El ministro dijo que Noruega no ha acusado a Chile y que los dos países se reunirán en Lima."),
        ("Italian", "Il ministro ha detto che la Norvegia non ha accusato il Cile e che gli accordi sono validi."),
        ("Portuguese", "O ministro disse que a Noruega não acusou o Chile e que os dois países se reuniram em Lima."),
        ("Dutch", "De minister zei dat Noorwegen het verdrag niet heeft getekend en dat hij naar Chili gaat."),
        ("Polish", "Minister powiedział, że Norwegia nie oskarża Chile i że umowa jest ważna od wtorku do piątku."),
        (
            "Indonesian",
            "Menteri itu mengatakan bahwa Norwegia tidak akan menuduh Chili dan akan bertemu dengan mereka.",
        ),
        ("another language", "Bakan, Norveç'in Şili'yi suçlamadığını söyledi, görüşmelerin sürdüğünü açıkladı dün."),
        ("Cyrillic letters", "Норвегия обвинила Чили."),
        ("Arabic letters", "اتهمت النرويج تشيلي بإرسال السفن"),
        ("Greek letters", "Η Νορβηγία κατηγόρησε τη Χιλή."),
    ],
)
def test_a_paragraph_in_another_language_is_named(language, text):
    (part,) = left_out(text, list(paragraphs(text)))
    assert (part.code, part.message) == ("other-language", f"a paragraph in {language} is not read")


@pytest.mark.parametrize(
    "text",
    [
        "Rio de Janeiro's governor met La Paz officials.",
        "Dilma Rousseff, Luiz Inácio Lula da Silva, Cristina Fernández de Kirchner, José Mujica and Evo Morales met.",
        "Ursula von der Leyen criticised Le Monde de la Paix.",
        "Iran attacks Iraq",
        "UN: EU, NATO, US to meet",
        "NATO, the EU and the UN criticised the FARC.",
        "Norway won 3-1, Chile's coach said.",
        "Norway beat Chile 3-1.\nChile beat Peru 2-0.",
        "The talks began at 10:30.\nThey ended at 11:45 on Tuesday.",
        "Iran to send troops\nTurkey denies it\nFrance urges talks",
        "Norway accused Chile of lying,\nand Chile denied it on Tuesday.\nPeru said nothing.",
        "The price rose to 12.5 dollars | Read more | Share",
    ],
)
def test_prose_headlines_and_names_are_read(text):
    assert codes(text) == []


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("table", "Country | Exports | Imports\nNorway | 12.3 | 45.1\nChile | 78.2 | 9.3"),
        ("scores", "Norway 2 Chile 1\nPeru beat Togo 3-1\nGhana 79 Mali 75"),
        ("scores", "1. Norway 12 9 3 30\n2. Chile 12 7 5 24\n3. Peru 12 4 8 12"),
        ("verse", "O Norway, thy rivers attack the sea,\nAnd Chile dreams beneath a tree;\nThe moon accused the sun"),
        ("capitals", "NORWAY ACCUSES CHILE OF SENDING DRONES TO PERU"),
        ("capitals", "NORWAY ON TUESDAY ACCUSED CHILE. SANTIAGO DENIED IT, THE MINISTRY SAID."),
    ],
)
def test_what_is_no_prose_is_left_out(code, text):
    assert [found for found, _ in codes(text)] == [code]


def test_only_the_part_that_is_no_prose_is_left_out():
    text = "NORWAY ACCUSES CHILE OF LYING\n\nNorway met Chile.\n\nPeru 1 Togo 0\nMali 2 Chad 2\n\nPeru met Togo."
    assert codes(text) == [("capitals", "NORWAY ACCUSES CHILE OF LYING"), ("scores", "Peru 1 Togo 0")]


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("MR. PRICE: Norway has sent ships.", ["MR. PRICE:"]),
        ("QUESTION: Why?\nANSWER: No.\nQUESTION: But why?", ["QUESTION:", "ANSWER:", "QUESTION:"]),
        ("Host: Why?\nDiallo: No.\nHost: But why?\nDiallo: So.", ["Host:", "Diallo:", "Host:", "Diallo:"]),
        ("MUMBAI: The navy said so.", []),
        ("BREAKING: Norway met Chile.\nUPDATE: Peru too.\nWATCH: The film.", []),
        ("Photo: Diallo\nPhoto: Bello\nSource: Wire\nSource: Post", []),
        ("The ministry said: Norway met Chile.", []),
    ],
)
def test_labels_of_speakers_are_known_where_speakers_take_turns(text, labels):
    assert [text[start:end] for start, end in transcript.speaker_labels(text).items()] == labels
