using ResponsibleAI.Analyzers.CodeFixes;
using ResponsibleAI.Snapshot;

namespace ResponsibleAI.Analyzers.Tests.CodeFixes;

public class DeclarePurposeTests
{
    private static readonly PolicySnapshot s_register = new()
    {
        Purposes =
        [
            new Purpose { Id = "churn-analysis", Title = "Find customers likely to leave" },
            new Purpose { Id = "loan-approval", Title = "Decide on consumer loan applications" },
            new Purpose { Id = "old", Title = "Long ago", OverdueSince = "2020-01-01" },
        ],
    };

    private const string Ml = "namespace Lib { public static class Ml { public static void Train() { } } }";

    [Fact]
    public Task Marks_the_type_and_adds_the_using_in_its_place() => Fix(
        """
        using System;
        using Lib;
        using Xml = System.Xml;

        namespace App;

        /// <summary>Trains.</summary>
        [Serializable]
        public class Trainer
        {
            public void Run() => {|RAI1001:Ml.Train()|};
        }
        """,
        """
        using System;
        using Lib;
        using ResponsibleAI;
        using Xml = System.Xml;

        namespace App;

        /// <summary>Trains.</summary>
        [ProcessingPurpose("loan-approval")]
        [Serializable]
        public class Trainer
        {
            public void Run() => Ml.Train();
        }
        """);

    [Fact]
    public Task Sorts_the_using_before_a_later_one() => Fix(
        """
        // Header

        using Tensors;

        class Trainer
        {
            void Run() => {|RAI1001:Lib.Ml.Train()|};
        }

        namespace Tensors { class T; }
        """,
        """
        // Header

        using ResponsibleAI;
        using Tensors;

        [ProcessingPurpose("loan-approval")]
        class Trainer
        {
            void Run() => Lib.Ml.Train();
        }

        namespace Tensors { class T; }
        """);

    [Fact]
    public Task Uses_the_full_name_where_the_file_has_no_usings() => Fix(
        """
        // This file was made by a tool.
        namespace App
        {
            public partial class Model
            {
                public static void Retrain() => {|RAI1001:Lib.Ml.Train()|};
            }
        }
        """,
        """
        // This file was made by a tool.
        namespace App
        {
            [ResponsibleAI.ProcessingPurpose("loan-approval")]
            public partial class Model
            {
                public static void Retrain() => Lib.Ml.Train();
            }
        }
        """);

    [Fact]
    public Task Stays_unambiguous_where_another_attribute_has_the_name() => Fix(
        """
        using Lib;

        namespace App
        {
            class ProcessingPurposeAttribute : System.Attribute { }

            struct Trainer
            {
                void Run() => {|RAI1001:Ml.Train()|};
            }
        }
        """,
        """
        using Lib;
        using ResponsibleAI;

        namespace App
        {
            class ProcessingPurposeAttribute : System.Attribute { }

            [ResponsibleAI.ProcessingPurpose("loan-approval")]
            struct Trainer
            {
                void Run() => Ml.Train();
            }
        }
        """);

    [Fact]
    public Task Marks_the_assembly_of_top_level_statements() => Fix(
        """
        using Lib;

        {|RAI1001:Ml.Train()|};
        """,
        """
        using Lib;
        using ResponsibleAI;

        [assembly: ProcessingPurpose("loan-approval")]

        Ml.Train();
        """,
        program: true);

    [Fact]
    public Task Marks_a_type_once_for_all_its_findings_and_every_type_that_has_some() => Fix(
        """
        using Lib;

        class First
        {
            void A() => {|RAI1001:Ml.Train()|};
            void B() => {|RAI1001:Ml.Train()|};
        }

        class Outer
        {
            record Second
            {
                void A() => {|RAI1001:Ml.Train()|};
            }
        }
        """,
        """
        using Lib;
        using ResponsibleAI;

        [ProcessingPurpose("loan-approval")]
        class First
        {
            void A() => Ml.Train();
            void B() => Ml.Train();
        }

        class Outer
        {
            [ProcessingPurpose("loan-approval")]
            record Second
            {
                void A() => Ml.Train();
            }
        }
        """);

    [Fact]
    public async Task Marks_one_part_of_a_partial_type()
    {
        var test = Test(s_register);
        test.TestState.Sources.Add(("/repo/A.cs", "using Lib;\n\npartial class Model\n{\n    void A() => {|RAI1001:Ml.Train()|};\n}\n"));
        test.TestState.Sources.Add(("/repo/B.cs", "using Lib;\n\npartial class Model\n{\n    void B() => {|RAI1001:Ml.Train()|};\n}\n"));
        test.TestState.Sources.Add(("/repo/Lib.cs", Ml));
        test.FixedState.Sources.Add(("/repo/A.cs", "using Lib;\nusing ResponsibleAI;\n\n[ProcessingPurpose(\"loan-approval\")]\npartial class Model\n{\n    void A() => Ml.Train();\n}\n"));
        test.FixedState.Sources.Add(("/repo/B.cs", "using Lib;\n\npartial class Model\n{\n    void B() => Ml.Train();\n}\n"));
        test.FixedState.Sources.Add(("/repo/Lib.cs", Ml));
        await test.RunAsync();
    }

    [Fact]
    public async Task Offers_every_purpose_of_the_register_that_is_not_overdue()
    {
        const string Source = "class Trainer\n{\n    void Run() => {|RAI1001:Lib.Ml.Train()|};\n}\n";
        const string Fixed = "[ResponsibleAI.ProcessingPurpose(\"{0}\")]\nclass Trainer\n{{\n    void Run() => Lib.Ml.Train();\n}}\n";
        string[] titles = ["Declare purpose 'churn-analysis': Find customers likely to leave", "Declare purpose 'loan-approval': Decide on consumer loan applications"];
        string[] ids = ["churn-analysis", "loan-approval"];
        for (var index = 0; index < titles.Length; index++)
        {
            var test = Test(s_register, Source, string.Format(null, Fixed, ids[index]));
            test.CodeActionIndex = index;
            test.CodeActionEquivalenceKey = null;
            test.CodeActionVerifier = (action, verifier) => verifier.Equal(titles[index], action.Title);
            await test.RunAsync();
        }
    }

    public static TheoryData<string> Nothing => ["no snapshot", "no register", "only overdue", "no annotations"];

    [Theory]
    [MemberData(nameof(Nothing))]
    public async Task Offers_nothing_where_there_is_nothing_to_choose(string situation)
    {
        const string Source = "class Trainer\n{\n    void Run() => {|RAI1001:Lib.Ml.Train()|};\n}\n";
        var snapshot = situation switch
        {
            "no snapshot" => null,
            "no register" => new PolicySnapshot(),
            "only overdue" => new PolicySnapshot { Purposes = [s_register.Purposes[2]] },
            _ => s_register,
        };
        var test = Test(snapshot, Source, Source, annotations: situation != "no annotations");
        test.CodeActionEquivalenceKey = null;
        await test.RunAsync();
    }

    [Fact]
    public async Task An_unreadable_snapshot_offers_nothing_and_does_not_throw()
    {
        const string Source = "class Trainer\n{\n    void Run() => {|RAI1001:Lib.Ml.Train()|};\n}\n";
        var test = Test(null, Source, Source);
        test.TestState.AdditionalFiles.Add(("/repo/obj/policy.rai-snapshot.xml", "<snapshot version=\"1\"><purpose id='x'"));
        test.CodeActionEquivalenceKey = null;
        await test.RunAsync();
    }

    private static Task Fix(string before, string after, bool program = false)
    {
        var test = Test(s_register, before, after);
        if (program) test.TestState.OutputKind = Microsoft.CodeAnalysis.OutputKind.ConsoleApplication;
        return test.RunAsync();
    }

    private static CodeFixVerifier<DeclarePurpose> Test(PolicySnapshot? snapshot, string? before = null, string? after = null, bool annotations = true)
    {
        var test = new CodeFixVerifier<DeclarePurpose>(snapshot, annotations) { CodeActionEquivalenceKey = "RAI1001:loan-approval" };
        if (before is null || after is null) return test;
        test.TestState.Sources.Add(("/repo/Trainer.cs", before));
        test.TestState.Sources.Add(("/repo/Lib.cs", Ml));
        test.FixedState.Sources.Add(("/repo/Trainer.cs", after));
        test.FixedState.Sources.Add(("/repo/Lib.cs", Ml));
        if (before == after) test.FixedState.InheritanceMode = Microsoft.CodeAnalysis.Testing.StateInheritanceMode.AutoInheritAll;
        return test;
    }
}
